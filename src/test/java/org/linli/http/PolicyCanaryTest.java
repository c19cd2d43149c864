package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.encode.ExportFormat;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.linli.testing.Zips;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
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
  /** In a staff field, in a row that is a draft, and in a layer of the staff. */
  private static final long SECRET_NUMBER = 918_273_645;

  private static final String SECRET_NAME = "canary-draft-name";
  private static final String SECRET_TEXT = "canary-note-text";
  private static final List<String> SECRETS =
      List.of(String.valueOf(SECRET_NUMBER), SECRET_NAME, SECRET_TEXT, "residents", "canary-note");

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private Browser browser;

  @BeforeEach
  void plant() {
    browser = new Browser(port);
    Feature house = TownLayers.house(1);
    Object[] values = house.values().clone();
    values[field("residents")] = SECRET_NUMBER;
    store.put("houses", new Feature("h-001", house.geometry().orElseThrow(), values));
    values[field("name")] = SECRET_NAME;
    values[field("status")] = "draft";
    store.put("houses", new Feature("canary", house.geometry().orElseThrow(), values));
    store.put("notes", new Feature("canary-note", null, new Object[] {SECRET_TEXT}));
    plant("buildings", "residents");
    plant("green_spaces", "area");
  }

  /** One place of a built-in layer, for the analyses to look at; without a code called a secret. */
  private void plant(String layer, String numberField) {
    LayerDefinition whole = BuiltInLayers.find(layer).orElseThrow();
    LayerDefinition definition =
        whole.withFields(
            whole.fields().stream()
                .filter(f -> f.codes().stream().noneMatch(c -> SECRETS.contains(c.code())))
                .toList());
    Object[] values = new Object[definition.fields().size()];
    definition.findIndex(numberField).ifPresent(i -> values[i] = SECRET_NUMBER);
    store.put(
        definition,
        List.of(new Feature("h-001", TownLayers.house(1).geometry().orElseThrow(), values)));
  }

  private static int field(String name) {
    return TownLayers.HOUSES_LAYER.getIndex(name);
  }

  private Set<String> patterns() {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(info -> info.getPatternValues().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** An address pattern with each layer and feature there is, told or untold. */
  private static Stream<String> addresses(String pattern) {
    return Stream.of("houses", "notes", "green_access", "patrol_gaps")
        .flatMap(
            layer ->
                codes(pattern)
                    .map(
                        code ->
                            pattern
                                .replaceAll("\\{layer(:[^}]*)?}", layer)
                                .replaceAll("\\{(id|code)(:[^}]*)?}", code)
                                .replaceAll("\\{zoom(:[^}]*)?}", "10")
                                .replaceAll("\\{row(:[^}]*)?}", "402")
                                .replaceAll("\\{column(:[^}]*)?}", "800")
                                .replaceAll("\\$\\{[^}]*}", "error")
                                .replaceAll("\\{[^}]*}", code)
                                .replace("**", "index")))
        .distinct();
  }

  private static Stream<String> codes(String pattern) {
    if (pattern.contains("{ending")) {
      return Arrays.stream(ExportFormat.values()).map(ExportFormat::ending);
    }
    return pattern.contains("/api/analyses/")
        ? Stream.of("patrol", "access", "canary")
        : Stream.of("h-001", "canary", "canary-note");
  }

  private Stream<String> asked() {
    return patterns().stream()
        .flatMap(PolicyCanaryTest::addresses)
        .flatMap(
            path ->
                Stream.of(
                    path,
                    path + "?f=html",
                    path + "?f=tilejson",
                    path + "?lang=en",
                    path + "?q=canary",
                    path + "?name=" + SECRET_NAME,
                    path + "?residents=" + SECRET_NUMBER,
                    path + "?status=draft"));
  }

  /** What an analysis counts is no secret, and among it are residents. */
  private static List<String> secrets(String address) {
    return address.startsWith("/api/analyses")
        ? SECRETS.stream().filter(secret -> !secret.equals("residents")).toList()
        : SECRETS;
  }

  /**
   * Links repeat the query; everything else is told by the portal. A figure that is published may
   * have the name of the hidden field in its own, as the share of residents has.
   */
  private static String told(Answer answer) {
    return content(answer)
        .replaceAll("\"?href\"?[:=]\"[^\"]*\"", "")
        .replace("coverage_residents", "");
  }

  /** All that an answer says, what is packed in it too. */
  private static String content(Answer answer) {
    byte[] bytes = answer.bytes();
    boolean archive = bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K';
    return archive
        ? Zips.entries(bytes).entrySet().stream()
            .map(e -> e.getKey() + " " + new String(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("\n"))
        : answer.text();
  }

  /** The secret number as files without digits hold it. */
  private static List<byte[]> encodedSecrets() {
    return List.of(
        ByteBuffer.allocate(4).putInt((int) SECRET_NUMBER).array(),
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(SECRET_NUMBER).array(),
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(SECRET_NUMBER).array());
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return all.contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  @Test
  void noPublicAddressShowsWhatOnlyStaffMaySee() {
    int documents = 0;
    int pages = 0;
    for (String address : asked().filter(path -> !path.startsWith("/staff")).toList()) {
      Answer answer = browser.getAsStaff(address);
      if (answer.status() == 200) {
        assertThat(told(answer)).as(address).doesNotContain(secrets(address));
        assertThat(encodedSecrets()).as(address).noneMatch(s -> holds(answer.bytes(), s));
        boolean page = answer.header("Content-Type").startsWith("text/html");
        pages += page ? 1 : 0;
        documents += page ? 0 : 1;
      }
    }
    assertThat(documents).isGreaterThan(20);
    assertThat(pages).isGreaterThan(5);
  }

  @Test
  void theAnalysesOfTheSecretsAreAmongWhatIsAsked() {
    assertThat(asked()).contains("/api/analyses/access", "/ogc/collections/green_access/items");
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
      assertThat(asked()).contains(path);
      assertThat(browser.get(path).status()).as(path).isEqualTo(200);
      Answer staff = browser.getAsStaff("/staff" + path);
      assertThat(content(staff)).as(path).contains(SECRET_NAME, "residents");
      boolean encoded = encodedSecrets().stream().anyMatch(s -> holds(staff.bytes(), s));
      boolean digits = content(staff).contains(String.valueOf(SECRET_NUMBER));
      assertThat(encoded || digits).as(path).isTrue();
    }
  }

  @Test
  void whereStaffMayLookTheSecretsAre() {
    String ogc = "/staff/ogc/collections/";
    assertThat(browser.getAsStaff(ogc + "houses/items/h-001").text())
        .contains(String.valueOf(SECRET_NUMBER));
    assertThat(browser.getAsStaff("/staff/data/houses.geojson").text()).contains(SECRET_NAME);
    assertThat(browser.getAsStaff(ogc + "notes/items").text()).contains(SECRET_TEXT);
  }

  @Test
  void noAddressOfTheStaffAnswersWithoutTheToken() {
    int asked = 0;
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      String method =
          info.getMethodsCondition().getMethods().stream().map(Enum::name).findAny().orElse("GET");
      for (String pattern : info.getPatternValues()) {
        for (String address : addresses(pattern).filter(a -> a.startsWith("/staff")).toList()) {
          assertThat(browser.ask(method, address).status()).as(address).isEqualTo(401);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(10);
  }

  @Test
  void whatStaffGetIsNeverKept() {
    for (String pattern : patterns()) {
      if (pattern.startsWith("/staff")) {
        for (String address : addresses(pattern).toList()) {
          Answer answer = browser.getAsStaff(address);
          assertThat(answer.header("Cache-Control")).as(address).contains("no-store");
          assertThat(answer.header("Cache-Control")).as(address).doesNotContain("public");
        }
      }
    }
  }
}
