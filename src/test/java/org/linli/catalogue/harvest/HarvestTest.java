package org.linli.catalogue.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Town;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What harvesters are told, read as they read it. */
class HarvestTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String DCT = "http://purl.org/dc/terms/";

  private Town town;
  private Catalogue catalogue;

  @BeforeEach
  void open() {
    town = new Town();
    catalogue = catalogue(Optional.of("data@example.org"));
  }

  @AfterEach
  void close() {
    town.close();
  }

  private Catalogue catalogue(Optional<String> contact) {
    return new Catalogue(
        town.datasets().list(Audience.PUBLIC), new Publisher("社区居委会", contact), Town.SITE);
  }

  private static Model rdf(Object jsonLd) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(JSON.writeValueAsBytes(jsonLd)), Lang.JSONLD11);
    return model;
  }

  private static ValidationReport validated(Model model) {
    Graph shapes = RDFDataMgr.loadGraph("catalogue/dcat-ap-mandatory.ttl");
    return ShaclValidator.get().validate(Shapes.parse(shapes), model.getGraph());
  }

  private static List<String> subjects(Model model, String type) {
    return model
        .listSubjectsWithProperty(
            org.apache.jena.vocabulary.RDF.type, ResourceFactory.createResource(type))
        .mapWith(Object::toString)
        .toList()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void theCatalogueIsValidDcatApWithEachPublicDatasetAndItsFormats() {
    Model model = rdf(Dcat.of(catalogue, List.of()));
    assertThat(validated(model).getEntries()).isEmpty();
    assertThat(subjects(model, DCAT + "Dataset"))
        .containsExactly(
            "https://data.example.org/data/buildings",
            "https://data.example.org/data/coverage_map",
            "https://data.example.org/data/green_access",
            "https://data.example.org/data/green_spaces",
            "https://data.example.org/data/houses");
    assertThat(subjects(model, DCAT + "Distribution"))
        .contains("https://data.example.org/data/houses.geojson");
    assertThat(subjects(model, DCAT + "DataService"))
        .containsExactly("https://data.example.org/ogc");
  }

  @Test
  void theShapesWouldFindADatasetWithoutATitle() {
    Model model = rdf(Dcat.of(catalogue, List.of()));
    model.removeAll(
        ResourceFactory.createResource("https://data.example.org/data/houses"),
        ResourceFactory.createProperty(DCT + "title"),
        null);
    assertThat(validated(model).conforms()).isFalse();
  }

  @Test
  void titlesFrequencyLicenceExtentAndTimesHaveTheirMeaning() {
    Model model = rdf(Dcat.of(catalogue, List.of()));
    var houses = model.getResource("https://data.example.org/data/houses");
    var title = ResourceFactory.createProperty(DCT + "title");
    assertThat(houses.getProperty(title, "bo").getString()).isEqualTo("ཁང་པ།");
    assertThat(houses.getProperty(title, "zh").getString()).isEqualTo("房屋");
    assertThat(object(model, "houses", "license"))
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(object(model, "houses", "accrualPeriodicity")).endsWith("/frequency/UNKNOWN");
    assertThat(object(model, "green_spaces", "accrualPeriodicity")).endsWith("/frequency/ANNUAL_2");
    // House 0 begins at 101.4, 36; the last column ends at 101.4094, the last public row at
    // 36.0054.
    assertThat(
            model
                .listObjectsOfProperty(ResourceFactory.createProperty(DCAT + "bbox"))
                .mapWith(node -> node.asLiteral().getLexicalForm())
                .toList())
        .anyMatch(wkt -> wkt.startsWith("POLYGON((101.4 36.0, 101.4084 36.0, 101.4084 36.0054"));
  }

  private static String object(Model model, String layer, String property) {
    return model
        .getResource("https://data.example.org/data/" + layer)
        .getPropertyResourceValue(ResourceFactory.createProperty(DCT + property))
        .getURI();
  }

  @Test
  void aCatalogueWithoutAContactIsValidToo() {
    assertThat(validated(rdf(Dcat.of(catalogue(Optional.empty()), List.of()))).conforms()).isTrue();
    assertThat(
            validated(rdf(Dcat.of(catalogue(Optional.of("https://a.example")), List.of())))
                .conforms())
        .isTrue();
  }

  @Test
  void datasetsInReleasesAreVersionsWithTheSumsOfTheirFiles() {
    String sum = "ab".repeat(32);
    List<Release> releases = List.of(release("2026-06-15.2", sum), release("2026-06-15", sum));
    Model model = rdf(Dcat.of(catalogue, releases));
    assertThat(validated(model).getEntries()).isEmpty();
    String version = "https://data.example.org/releases/2026-06-15.2#houses";
    var node = model.getResource(version);
    assertThat(node.getPropertyResourceValue(ResourceFactory.createProperty(DCT + "isVersionOf")))
        .hasToString("https://data.example.org/data/houses");
    assertThat(
            node.getPropertyResourceValue(ResourceFactory.createProperty(DCAT + "previousVersion")))
        .hasToString("https://data.example.org/releases/2026-06-15#houses");
    assertThat(
            model
                .listObjectsOfProperty(
                    ResourceFactory.createProperty("http://spdx.org/rdf/terms#checksumValue"))
                .mapWith(value -> value.asLiteral().getLexicalForm())
                .toList())
        .containsExactly(sum);
  }

  private static Release release(String id, String sum) {
    return new Release(
        id,
        Town.NOW,
        "居委会",
        Optional.empty(),
        List.of(
            new ReleasedDataset(
                "houses",
                LocalText.same("houses"),
                LocalText.same("the houses"),
                Optional.of("CC-BY-4.0"),
                1,
                Town.NOW,
                48,
                List.of(),
                Map.of(),
                List.of(),
                List.of(
                    new ReleasedFile("houses.gpkg", "gpkg", "application/geopackage", 12, sum),
                    new ReleasedFile("houses.changes.txt", "changes.txt", "text/plain", 1, sum)),
                Optional.empty())),
        List.of());
  }

  @Test
  void projectOpenDataHasWhatItsSchemaDemands() {
    JsonNode document = JSON.valueToTree(DataJson.of(catalogue, Locale.ENGLISH));
    assertThat(document.path("conformsTo").asString())
        .isEqualTo("https://project-open-data.cio.gov/v1.1/schema");
    assertThat(document.path("dataset").size()).isEqualTo(5);
    Map<String, Pattern> demanded = new LinkedHashMap<>();
    demanded.put("/@type", Pattern.compile("dcat:Dataset"));
    demanded.put("/title", Pattern.compile(".+"));
    demanded.put("/description", Pattern.compile("(?s).+"));
    demanded.put("/keyword/0", Pattern.compile(".+"));
    demanded.put("/modified", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    demanded.put("/publisher/name", Pattern.compile("社区居委会"));
    demanded.put("/contactPoint/fn", Pattern.compile(".+"));
    demanded.put("/contactPoint/hasEmail", Pattern.compile("mailto:data@example.org"));
    demanded.put("/identifier", Pattern.compile("https://data.example.org/data/[a-z_]+"));
    demanded.put("/accessLevel", Pattern.compile("public"));
    demanded.put("/distribution/0/downloadURL", Pattern.compile("https://.*\\.geojson"));
    demanded.put("/distribution/0/mediaType", Pattern.compile("application/geo\\+json"));
    for (JsonNode dataset : document.path("dataset")) {
      demanded.forEach(
          (pointer, pattern) ->
              assertThat(dataset.at(pointer).asString()).as(pointer).matches(pattern));
    }
    JsonNode green = dataset(document, "green_spaces");
    assertThat(green.path("accrualPeriodicity").asString()).isEqualTo("R/P6M");
    assertThat(dataset(document, "houses").has("accrualPeriodicity")).isFalse();
  }

  private static JsonNode dataset(JsonNode document, String layer) {
    return document
        .path("dataset")
        .valueStream()
        .filter(one -> one.path("identifier").asString().endsWith("/" + layer))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAddressOfEmailThatIsNotKnownIsNotMadeUp() {
    JsonNode document = JSON.valueToTree(DataJson.of(catalogue(Optional.empty()), Locale.ENGLISH));
    assertThat(document.path("dataset").path(0).path("contactPoint").has("hasEmail")).isFalse();
  }

  @Test
  void schemaOrgDescribesADatasetForSearchEngines() {
    var houses = town.datasets().get("houses", Audience.PUBLIC);
    JsonNode document = JSON.valueToTree(SchemaOrg.of(houses, catalogue, Locale.ENGLISH));
    assertThat(document.path("@type").asString()).isEqualTo("Dataset");
    assertThat(document.path("name").asString()).isEqualTo("Houses");
    assertThat(document.path("description").asString().length()).isBetween(50, 5000);
    // schema.org's box: south west north east.
    assertThat(document.at("/spatialCoverage/geo/box").asString())
        .startsWith("36.0 101.4 36.0054 ");
    assertThat(document.path("variableMeasured").valueStream().map(v -> v.path("name").asString()))
        .contains("floors")
        .doesNotContain("residents");
    Stream<String> files =
        document.path("distribution").valueStream().map(d -> d.path("contentUrl").asString());
    assertThat(files).contains("https://data.example.org/data/houses.geojson");
  }

  @Test
  void theSitemapIsXmlWithEachPageInEachLanguage() throws Exception {
    String xml = Sitemap.of(Town.SITE, List.of("/", "/projects/a%26b", "/x?a=1&b=2"));
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    var pages = document.getElementsByTagName("loc");
    assertThat(pages.getLength()).isEqualTo(3);
    assertThat(pages.item(2).getTextContent()).isEqualTo("https://data.example.org/x?a=1&b=2");
    assertThat(document.getElementsByTagName("xhtml:link").getLength()).isEqualTo(9);
  }
}
