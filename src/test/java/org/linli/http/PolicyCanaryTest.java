package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.ReleaseMaker;
import org.linli.catalogue.releases.Releases;
import org.linli.encode.ExportFormat;
import org.linli.layer.GeometryType;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Secrets are put where only staff may look, and then every address that the portal has is asked
 * without the token: none may show one. Addresses are taken from the portal itself, so that a new
 * one is tried as soon as it is there.
 */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PolicyCanaryTest {
  @LocalServerPort private int port;
  @Autowired private MemoryStore store;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Autowired private ApplicationContext context;
  @Autowired private Releases releases;
  @Autowired private ReleaseMaker maker;

  private Browser browser;
  private CanaryRoutes routes;

  @BeforeEach
  void plant() {
    browser = new Browser(port);
    Canaries.plantIn(store);
    Release release = releases.list().stream().findFirst().orElseGet(maker::make);
    routes = new CanaryRoutes(mapping, release);
  }

  @Test
  void noPublicAddressShowsWhatOnlyStaffMaySee() {
    int documents = 0;
    int pages = 0;
    for (String address : routes.asked().filter(path -> !path.startsWith("/staff")).toList()) {
      Answer answer = browser.getAsStaff(address);
      assertThat(Canaries.told(answer))
          .as(address)
          .doesNotContain(Canaries.secrets(address, answer));
      if (answer.status() == 200) {
        assertThat(Canaries.holdsEncodedNumber(answer)).as(address).isFalse();
        boolean page = answer.header("Content-Type").startsWith("text/html");
        pages += page ? 1 : 0;
        documents += page ? 0 : 1;
      }
    }
    assertThat(documents).isGreaterThan(20);
    assertThat(pages).isGreaterThan(5);
  }

  /** The headers that change an answer's form. */
  private static final List<String[]> FORMS =
      List.of(
          new String[] {"Accept", "application/geo+json-seq"},
          new String[] {"Accept", "application/x-ndjson"},
          new String[] {"Accept", "text/html"},
          new String[] {"Accept-Encoding", "gzip"},
          new String[] {"Range", "bytes=1-"},
          new String[] {"Range", "bytes=-400"});

  @Test
  void noFormOfAnAnswerShowsThemEither() {
    int[] asked = new int[FORMS.size()];
    int parts = 0;
    int zipped = 0;
    for (String address : routes.asked().filter(PolicyCanaryTest::isPlain).toList()) {
      for (int i = 0; i < asked.length; i++) {
        Answer answer = browser.get(address, FORMS.get(i));
        String shown = address + " " + String.join(": ", FORMS.get(i));
        assertThat(Canaries.told(answer))
            .as(shown)
            .doesNotContain(Canaries.secrets(address, answer));
        assertThat(Canaries.holdsEncodedNumber(answer)).as(shown).isFalse();
        asked[i] += answer.status() < 300 ? 1 : 0;
        parts += answer.status() == 206 ? 1 : 0;
        zipped += answer.header("Content-Encoding").equals("gzip") ? 1 : 0;
      }
    }
    assertThat(IntStream.of(asked).boxed()).allMatch(count -> count > 10);
    assertThat(parts).isGreaterThan(10);
    assertThat(zipped).isGreaterThan(10);
  }

  private static boolean isPlain(String path) {
    return !path.startsWith("/staff") && !path.contains("?");
  }

  @Test
  void noTileOfAnyZoomShowsThem() {
    List<String> layers =
        List.of("houses", "notes", "projects", "patrols", "patrol_gaps", "green_access");
    int tiles = 0;
    for (int zoom : new int[] {0, 5, 9, 12, 14, 16, 19}) {
      for (String layer : layers) {
        String address = "/ogc/collections/" + layer + tile(zoom);
        Answer answer = browser.get(address);
        assertThat(answer.text()).as(address).doesNotContain(Canaries.secrets(address, answer));
        assertThat(Canaries.holdsEncodedNumber(answer)).as(address).isFalse();
        tiles += answer.status() == 200 ? 1 : 0;
      }
    }
    assertThat(tiles).isGreaterThan(14);
    Answer staff = browser.getAsStaff("/staff/ogc/collections/houses" + tile(16));
    assertThat(Canaries.content(staff)).contains(Canaries.SECRET_NAME);
    assertThat(Canaries.holdsEncodedNumber(staff)).isTrue();
  }

  /** The tile with the house whose values are secret. */
  private static String tile(int zoom) {
    Coordinate place = TownLayers.house(1).geometry().orElseThrow().getCoordinate();
    double latitude = Math.toRadians(place.y);
    double down = 1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI;
    int row = (int) (down / 2 * (1 << zoom));
    int column = (int) ((place.x + 180) / 360 * (1 << zoom));
    return "/tiles/WebMercatorQuad/" + zoom + "/" + row + "/" + column;
  }

  @Test
  void whatThePublicSendsIsAnsweredWithoutSecrets() {
    int sent = 0;
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      for (RequestMethod method : info.getMethodsCondition().getMethods()) {
        if (method != RequestMethod.GET) {
          sent += send(method, info.getPatternValues());
        }
      }
    }
    assertThat(sent).isGreaterThan(10);
  }

  private int send(RequestMethod method, Set<String> patterns) {
    List<String> addresses =
        patterns.stream()
            .filter(pattern -> !pattern.startsWith("/staff"))
            .flatMap(routes::addresses)
            .toList();
    for (String address : addresses) {
      Answer answer = browser.ask(method.name(), address);
      assertThat(Canaries.told(answer))
          .as(method + " " + address)
          .doesNotContain(Canaries.secrets(address, answer));
    }
    return addresses.size();
  }

  @Test
  void noHandlerIsOutsideOfWhatIsAsked() {
    context
        .getBeansOfType(HandlerMapping.class)
        .forEach(
            (name, other) -> {
              if (other instanceof AbstractUrlHandlerMapping byUrl) {
                assertThat(byUrl.getHandlerMap()).as(name).isEmpty();
              } else if (other instanceof RouterFunctionMapping functions) {
                assertThat(functions.getRouterFunction()).as(name).isNull();
              } else {
                assertThat(other).as(name).isSameAs(mapping);
              }
            });
  }

  @Test
  void theAnalysesOfTheSecretsAreAmongWhatIsAsked() {
    assertThat(routes.asked())
        .contains(
            "/api/analyses/access",
            "/ogc/collections/green_access/items",
            "/data/projects.gpkg",
            "/releases/" + routes.release().id() + "/houses.shp.zip",
            "/feeds/projects.atom");
    assertThat(browser.get("/api/analyses/access").status()).isEqualTo(200);
    assertThat(browser.get("/ogc/collections/green_access/items").status()).isEqualTo(200);
    assertThat(browser.get("/ogc/collections/patrol_gaps/items").status()).isEqualTo(404);
    assertThat(browser.getAsStaff("/staff/api/analyses/access").text()).contains("9.18273645E8");
  }

  @Test
  void aRefusalDoesNotTellWhetherThereIsSomethingToHide() {
    String path = "/ogc/collections/houses/items/";
    assertThat(browser.get(path + "canary").text().replace("canary", ""))
        .isEqualTo(browser.get(path + "nobody").text().replace("nobody", ""));
    assertThat(browser.get("/ogc/collections/notes").text().replace("notes", ""))
        .isEqualTo(browser.get("/ogc/collections/nothing").text().replace("nothing", ""));
    assertThat(browser.get(path + "?residents=1").text().replace("residents", ""))
        .isEqualTo(browser.get(path + "?nonsense=1").text().replace("nonsense", ""));
  }

  @Test
  void theFilesOfEveryFormatAreAskedAndHoldTheSecretsForStaff() {
    for (ExportFormat format : ExportFormat.of(GeometryType.POLYGON)) {
      String path = "/data/houses." + format.ending();
      assertThat(routes.asked()).contains(path);
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
      Answer staff = browser.getAsStaff("/staff" + path);
      assertThat(Canaries.content(staff)).as(path).contains(Canaries.SECRET_NAME, "residents");
      assertThat(Canaries.holdsNumber(staff)).as(path).isTrue();
    }
  }

  @Test
  void whereStaffMayLookTheSecretsAre() {
    String ogc = "/staff/ogc/collections/";
    assertThat(browser.getAsStaff(ogc + "houses/items/h-001").text())
        .contains(String.valueOf(Canaries.SECRET_NUMBER));
    assertThat(browser.getAsStaff("/staff/data/houses.geojson").text())
        .contains(Canaries.SECRET_NAME);
    assertThat(browser.getAsStaff(ogc + "notes/items").text()).contains(Canaries.SECRET_TEXT);
  }

  @Test
  void noAddressOfTheStaffAnswersWithoutTheToken() {
    int asked = 0;
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      String method =
          info.getMethodsCondition().getMethods().stream().map(Enum::name).findAny().orElse("GET");
      for (String pattern : info.getPatternValues()) {
        for (String address :
            routes.addresses(pattern).filter(a -> a.startsWith("/staff")).toList()) {
          assertThat(browser.ask(method, address).status()).as(address).isEqualTo(401);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(10);
  }

  @Test
  void whatStaffGetIsNeverKept() {
    for (String pattern : routes.patterns()) {
      if (pattern.startsWith("/staff")) {
        for (String address : routes.addresses(pattern).toList()) {
          Answer answer = browser.getAsStaff(address);
          assertThat(answer.header("Cache-Control")).as(address).contains("no-store");
          assertThat(answer.header("Cache-Control")).as(address).doesNotContain("public");
        }
      }
    }
  }
}
