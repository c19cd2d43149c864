package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.href;
import static org.linli.ogcapi.ApiClient.ids;
import static org.linli.ogcapi.ApiClient.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.layer.Feature;
import org.linli.testing.Browser;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Pages of a layer that is written to between one page and the next. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagingTest {
  private static final String ITEMS = "/ogc/collections/busy/items";
  private static final List<String> SCRIPTS = List.of("a-", "楼-", "བ-", "\uD83C\uDFE0-", "A-");

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private ApiClient client;

  @BeforeEach
  void makeLayer() {
    client = new ApiClient(new Browser(port));
    store.put(TownLayers.HOUSES_LAYER.withId("busy"), List.of());
  }

  @AfterEach
  void dropLayer() {
    store.dropLayer("busy");
  }

  private static String code(int i) {
    return SCRIPTS.get(i % SCRIPTS.size()) + i;
  }

  private void put(String code) {
    Feature house = TownLayers.house(1);
    store.put("busy", new Feature(code, house.geometry().orElseThrow(), house.values()));
  }

  /** Writes something of its own accord: adds, changes or removes a feature. */
  private void disturb(Random random, Set<String> now, Set<String> gone) {
    String code = code(random.nextInt(150));
    if (random.nextInt(3) > 0) {
      put(code);
      now.add(code);
    } else if (now.remove(code)) {
      store.remove("busy", code);
      gone.add(code);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noFeatureComesTwiceAndNoneThatStayedIsMissed(long seed) {
    pageThrough(seed, "?status=built");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neitherDoesOneInAnOrderWithAFilter(long seed) {
    pageThrough(seed, "?sortby=-height,name,-code&filter=floors%3E0");
  }

  private void pageThrough(long seed, String query) {
    Random random = new Random(seed);
    Set<String> now = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      String code = code(random.nextInt(150));
      put(code);
      now.add(code);
    }
    Set<String> throughout = new HashSet<>(now);
    Set<String> gone = new HashSet<>();
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of(ITEMS + query + "&limit=" + (1 + random.nextInt(20)));
    while (next.isPresent()) {
      JsonNode page = client.json(next.get());
      seen.addAll(ids(page));
      next = link(page, "next", "").map(link -> link.path("href").asString());
      for (int i = random.nextInt(6); i > 0; i--) {
        disturb(random, now, gone);
      }
    }
    throughout.removeAll(gone);
    assertThat(seen).as("seed " + seed).doesNotHaveDuplicates().containsAll(throughout);
  }

  @Test
  void theFeatureThatAPageEndedWithMayBeGone() {
    List.of("a", "b", "c", "d").forEach(this::put);
    JsonNode first = client.json(ITEMS + "?limit=2");
    store.remove("busy", "b");
    store.remove("busy", "c");
    assertThat(ids(client.json(href(first, "next", "")))).containsExactly("d");
  }

  @Test
  void aNextIsOfItsOrderOnly() {
    List.of("a", "b").forEach(this::put);
    String next = href(client.json(ITEMS + "?limit=1&sortby=-floors"), "next", "");
    assertThat(client.browser().get(next.replace("-floors", "floors")).status()).isEqualTo(400);
    assertThat(client.browser().get(next + "&properties=name").status()).isEqualTo(200);
    String plain = href(client.json(ITEMS + "?limit=1"), "next", "");
    assertThat(client.browser().get(plain + "&sortby=floors").status()).isEqualTo(400);
  }

  @Test
  void thePageAfterTheLastIsEmptyAndHasNoNext() {
    List.of("a", "b", "c").forEach(this::put);
    JsonNode first = client.json(ITEMS + "?limit=2");
    store.remove("busy", "c");
    JsonNode second = client.json(href(first, "next", ""));
    assertThat(ids(second)).isEmpty();
    assertThat(link(second, "next", "")).isEmpty();
    assertThat(second.path("numberMatched").asInt()).isEqualTo(2);
  }

  @Test
  void aFullLastPageHasNoNext() {
    List.of("a", "b").forEach(this::put);
    assertThat(link(client.json(ITEMS + "?limit=2"), "next", "")).isEmpty();
  }

  @Test
  void aNextOfAnotherLayerOrQueryIsRefused() {
    List.of("a", "b").forEach(this::put);
    String next = href(client.json(ITEMS + "?limit=1"), "next", "");
    assertThat(client.browser().get(next + "&floors=1").status()).isEqualTo(400);
    assertThat(client.browser().get(next.replace("/busy/", "/houses/")).status()).isEqualTo(400);
    assertThat(client.browser().get(next.replace("limit=1", "limit=5")).status()).isEqualTo(200);
    assertThat(
            client.browser().get(next + "&crs=http://www.opengis.net/def/crs/EPSG/0/4326").status())
        .isEqualTo(200);
  }
}
