package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.ReleaseMaker;
import org.linli.catalogue.releases.Releases;
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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.GeometryFactory;
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
  /** In a staff field, in a row that is a draft, and in a layer of the staff. */
  private static final long SECRET_NUMBER = 918_273_645;

  private static final String SECRET_NAME = "canary-draft-name";
  private static final String SECRET_TEXT = "canary-note-text";
  private static final List<String> SECRETS =
      List.of(
          String.valueOf(SECRET_NUMBER),
          SECRET_NAME,
          SECRET_TEXT,
          "residents",
          "canary-note",
          "canary-project",
          "canary-post",
          "101.40019");

  /** What the variables of address patterns may be. */
  private static final Map<String, List<String>> FILLERS =
      Map.ofEntries(
          Map.entry(
              "layer",
              List.of("houses", "notes", "green_access", "projects", "patrols", "patrol_gaps")),
          Map.entry("code", List.of("p-001", "canary", "h-001")),
          Map.entry("ending", Stream.of(ExportFormat.values()).map(ExportFormat::ending).toList()),
          Map.entry("job", List.of("canary")),
          Map.entry("kind", List.of("schema", "queryables", "sortables")),
          Map.entry("zoom", List.of("10")),
          Map.entry("row", List.of("402")),
          Map.entry("column", List.of("800")),
          Map.entry("name", List.of("pixel.png", "canary")),
          Map.entry("metric", List.of("canary")),
          Map.entry(
              "action",
              List.of(
                  "package_list",
                  "package_search",
                  "current_package_list_with_resources",
                  "package_show?id=houses",
                  "package_show?id=notes",
                  "package_show?id=projects",
                  "organization_show?id=linli",
                  "organization_list",
                  "tag_list",
                  "license_list",
                  "status_show")));

  private static final List<String> FEATURES = List.of("h-001", "canary", "canary-note");
  private static final List<String> ANALYSES = List.of("patrol", "access", "canary");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::[^}]*)?}");

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Autowired private ApplicationContext context;
  @Autowired private Releases releases;
  @Autowired private ReleaseMaker maker;

  private Browser browser;
  private Release release;

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
    plantProjects();
    plantPatrol();
    releases.list().stream().findFirst().or(() -> Optional.of(maker.make())).ifPresent(this::know);
  }

  private void know(Release made) {
    release = made;
  }

  private void plantProjects() {
    LayerDefinition projects = withoutSecretCodes("projects");
    store.put(
        projects,
        List.of(
            project(projects, "p-001", "口袋公园", "proposed"),
            project(projects, "canary", "canary-project", "draft")));
  }

  private static Feature project(
      LayerDefinition projects, String code, String words, String status) {
    Object[] values = new Object[projects.fields().size()];
    values[projects.getIndex("title")] = words;
    values[projects.getIndex("story")] = words + " story";
    values[projects.getIndex("status")] = status;
    values[projects.getIndex("givers")] = SECRET_NUMBER;
    return new Feature(code, TownLayers.house(1).geometry().orElseThrow(), values);
  }

  /** A walk by the house, to coordinates that nothing else has. */
  private void plantPatrol() {
    LayerDefinition patrols = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[patrols.fields().size()];
    values[patrols.getIndex("post")] = "canary-post";
    values[patrols.getIndex("started_at")] = Instant.parse("2026-06-01T01:00:00Z");
    values[patrols.getIndex("ended_at")] = Instant.parse("2026-06-01T02:00:00Z");
    Coordinate[] walk = {
      new CoordinateXYM(101.40019, 36.0001, 1_780_275_600),
      new CoordinateXYM(101.4012, 36.0002, 1_780_279_200)
    };
    store.put(
        patrols,
        List.of(new Feature("canary", new GeometryFactory().createLineString(walk), values)));
  }

  /** A layer that comes with the portal, without the codes that are called like a secret. */
  private static LayerDefinition withoutSecretCodes(String layer) {
    LayerDefinition whole = BuiltInLayers.find(layer).orElseThrow();
    return whole.withFields(
        whole.fields().stream()
            .filter(f -> f.codes().stream().noneMatch(c -> c.code().contains("residents")))
            .toList());
  }

  /** One place of a built-in layer, for the analyses to look at; without a code called a secret. */
  private void plant(String layer, String numberField) {
    LayerDefinition definition = withoutSecretCodes(layer);
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

  /** The addresses of a pattern, with all that its variables may be, told or untold. */
  private Stream<String> addresses(String pattern) {
    String plain = pattern.replaceAll("\\$\\{[^}]*}", "/error").replace("**", "main.js");
    Matcher variable = VARIABLE.matcher(plain);
    if (!variable.find()) {
      assertThat(plain).as("a pattern of a form that this test does not know").doesNotContain("{");
      return Stream.of(plain);
    }
    return fillers(variable.group(1), pattern).stream()
        .flatMap(
            filler ->
                addresses(
                    plain.substring(0, variable.start())
                        + filler
                        + plain.substring(variable.end())));
  }

  private List<String> fillers(String variable, String pattern) {
    if (variable.equals("id")) {
      return pattern.contains("/analyses/") ? ANALYSES : FEATURES;
    }
    if (variable.equals("release")) {
      return List.of(release.id(), "canary");
    }
    if (variable.equals("file")) {
      return Stream.concat(
              release.files().map(Release.ReleasedFile::name),
              Stream.of("SHA256SUMS", "release.json", ".notes.rows.gz", "notes.geojson"))
          .toList();
    }
    assertThat(FILLERS)
        .as("%s has the variable {%s}: add to FILLERS what it may be", pattern, variable)
        .containsKey(variable);
    return FILLERS.get(variable);
  }

  private static final List<String> QUERIES =
      List.of(
          "",
          "f=html",
          "f=tilejson",
          "lang=en",
          "q=canary",
          "name=" + SECRET_NAME,
          "residents=" + SECRET_NUMBER,
          "status=draft",
          "filter=residents%3D" + SECRET_NUMBER,
          "filter=status%3D%27draft%27",
          "sortby=residents",
          "properties=residents");

  private Stream<String> asked() {
    return patterns().stream()
        .flatMap(this::addresses)
        .distinct()
        .flatMap(path -> queries(path).stream().map(query -> with(path, query)));
  }

  /** Of files that are the same whatever is asked, and of layers like others, once is enough. */
  private static List<String> queries(String path) {
    boolean likeOthers =
        path.startsWith("/staff")
            || path.matches("/releases/.+|.*/(notes|patrol_gaps|patrols|projects)([/.].*)?")
            || path.matches("/data/.*[.](geojsonl|xlsx|gpkg|fgb|shp[.]zip|gpx)|/api/action/.*");
    return likeOthers ? List.of("", "q=canary") : QUERIES;
  }

  private static String with(String path, String query) {
    return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
  }

  /**
   * The name of the hidden field is a word that others use: an analysis has it for what it counts,
   * and in what is told of the other layers it may be part of a sentence or of a longer name.
   */
  private static List<String> secrets(String address) {
    if (address.startsWith("/api/analyses")) {
      return SECRETS.stream().filter(secret -> !secret.equals("residents")).toList();
    }
    return address.contains("houses")
        ? SECRETS
        : SECRETS.stream()
            .map(secret -> secret.equals("residents") ? "\"residents\"" : secret)
            .toList();
  }

  /** Links repeat the query; everything else is told by the portal. */
  private static String told(Answer answer) {
    return content(answer).replaceAll("\"?href\"?[:=]\"[^\"]*\"", "");
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

  /** A refusal may say again what was asked, and nothing else. */
  private static List<String> secrets(String address, Answer answer) {
    return answer.status() == 200
        ? secrets(address)
        : secrets(address).stream()
            .filter(secret -> !address.contains(secret.replace("\"", "")))
            .toList();
  }

  @Test
  void noPublicAddressShowsWhatOnlyStaffMaySee() {
    int documents = 0;
    int pages = 0;
    for (String address : asked().filter(path -> !path.startsWith("/staff")).toList()) {
      Answer answer = browser.getAsStaff(address);
      assertThat(told(answer)).as(address).doesNotContain(secrets(address, answer));
      if (answer.status() == 200) {
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
            .flatMap(this::addresses)
            .toList();
    for (String address : addresses) {
      Answer answer = browser.ask(method.name(), address);
      assertThat(told(answer)).as(method + " " + address).doesNotContain(secrets(address, answer));
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
    assertThat(asked())
        .contains(
            "/api/analyses/access",
            "/ogc/collections/green_access/items",
            "/data/projects.gpkg",
            "/releases/" + release.id() + "/houses.shp.zip",
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
