package org.linli.catalogue.harvest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Licence;
import org.linli.catalogue.releases.Release;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.Code;
import org.linli.layer.LocalText;
import org.linli.layer.TimeInterval;

/**
 * The catalogue in DCAT 3 (W3C, 2024) as JSON-LD, with what DCAT-AP 3 demands. The context stands
 * in the document: nobody has to fetch one to understand it.
 */
public final class Dcat {
  public static final String MEDIA_TYPE = "application/ld+json";
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final String WKT = "geo:wktLiteral";
  static final String DATE_TIME = "xsd:dateTime";

  private static final Map<String, Object> CONTEXT =
      new Node()
          .with("dcat", "http://www.w3.org/ns/dcat#")
          .with("dct", "http://purl.org/dc/terms/")
          .with("foaf", "http://xmlns.com/foaf/0.1/")
          .with("vcard", "http://www.w3.org/2006/vcard/ns#")
          .with("xsd", "http://www.w3.org/2001/XMLSchema#")
          .with("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
          .with("geo", "http://www.opengis.net/ont/geosparql#")
          .with("spdx", "http://spdx.org/rdf/terms#")
          .end();

  private final Catalogue catalogue;
  private final DcatVersions versions;

  private Dcat(Catalogue catalogue, List<Release> releases) {
    this.catalogue = catalogue;
    this.versions = new DcatVersions(catalogue.site(), releases);
  }

  /**
   * @param releases the newest first; the datasets in them are versions of those of the catalogue
   */
  public static Map<String, Object> of(Catalogue catalogue, List<Release> releases) {
    return new Dcat(catalogue, releases).document();
  }

  private Map<String, Object> document() {
    return new Node()
        .with("@context", CONTEXT)
        .with("@id", at("/catalogue.jsonld"))
        .with("@type", "dcat:Catalog")
        .with("dct:title", Node.texts(Catalogue.TITLE))
        .with("dct:description", Node.texts(Catalogue.DESCRIPTION))
        .with("dct:publisher", publisher())
        .with("dct:modified", Node.typed(catalogue.updatedAt(), DATE_TIME))
        .with("dct:language", languages())
        .with("foaf:homepage", document(at("/data")))
        .with("dcat:service", List.of(service()))
        .with("dcat:dataset", catalogue.datasets().stream().map(this::dataset).toList())
        .end();
  }

  private String at(String path) {
    return catalogue.site().at(path);
  }

  private static List<Map<String, Object>> languages() {
    return List.of("ZHO", "ENG", "BOD").stream()
        .map(code -> Node.reference(AUTHORITY + "language/" + code))
        .toList();
  }

  private static Map<String, Object> document(String address) {
    return Node.ofType("foaf:Document").with("@id", address).end();
  }

  private Map<String, Object> publisher() {
    return Node.ofType("foaf:Agent")
        .with("@id", at("/#publisher"))
        .with("foaf:name", catalogue.publisher().name())
        .end();
  }

  private Optional<Map<String, Object>> contact() {
    return catalogue
        .publisher()
        .contactUri()
        .map(
            uri ->
                Node.ofType("vcard:Organization")
                    .with("@id", at("/#contact"))
                    .with("vcard:fn", catalogue.publisher().name())
                    .with(
                        uri.startsWith("mailto:") ? "vcard:hasEmail" : "vcard:hasURL",
                        Node.reference(uri))
                    .end());
  }

  private Map<String, Object> service() {
    return Node.ofType("dcat:DataService")
        .with("@id", at("/ogc"))
        .with("dct:title", Node.texts(LocalText.same("OGC API - Features")))
        .with("dcat:endpointURL", Node.reference(at("/ogc")))
        .with("dcat:endpointDescription", Node.reference(at("/ogc/api")))
        .with(
            "dct:conformsTo",
            Node.reference("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"))
        .with(
            "dcat:servesDataset",
            catalogue.datasets().stream().map(d -> Node.reference(id(d))).toList())
        .end();
  }

  private String id(Dataset dataset) {
    return catalogue.addresses(dataset).page();
  }

  private Map<String, Object> dataset(Dataset dataset) {
    Addresses at = catalogue.addresses(dataset);
    return Node.ofType("dcat:Dataset")
        .with("@id", id(dataset))
        .with("dct:identifier", id(dataset))
        .with("dct:title", Node.texts(dataset.definition().title()))
        .with("dct:description", Node.texts(dataset.definition().description()))
        .with("dcat:keyword", keywords(dataset))
        .with("dct:publisher", Node.reference(at("/#publisher")))
        .with("dcat:contactPoint", contact())
        .with("dct:modified", Node.typed(dataset.updatedAt(), DATE_TIME))
        .with("dct:accrualPeriodicity", frequency(dataset))
        .with("dct:spatial", spatial(dataset.extent()))
        .with("dct:temporal", dataset.period().map(Dcat::temporal))
        .with("dct:accessRights", accessRights())
        .with("dct:language", languages())
        .with("dcat:landingPage", document(at.page()))
        .with("dct:license", licence(dataset))
        .with("dcat:distribution", distributions(dataset, at))
        .with("dcat:hasVersion", versions.of(dataset.id()))
        .end();
  }

  private static List<Map<String, Object>> keywords(Dataset dataset) {
    return dataset.keywords().stream()
        .map(Code::title)
        .flatMap(title -> Node.texts(title).stream())
        .toList();
  }

  private static Map<String, Object> accessRights() {
    return Node.ofType("dct:RightsStatement").with("@id", AUTHORITY + "access-right/PUBLIC").end();
  }

  private static Map<String, Object> frequency(Dataset dataset) {
    String uri =
        dataset
            .updateFrequency()
            .map(promised -> promised.vocabularyUri())
            .orElse(AUTHORITY + "frequency/UNKNOWN");
    return Node.ofType("dct:Frequency").with("@id", uri).end();
  }

  private static Optional<Map<String, Object>> spatial(Bounds box) {
    return box.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Node.ofType("dct:Location").with("dcat:bbox", Node.typed(polygon(box), WKT)).end());
  }

  /** In longitude and latitude, as GeoSPARQL takes it without a named system. */
  private static String polygon(Bounds box) {
    String west = box.minX() + " ";
    String east = box.maxX() + " ";
    return "POLYGON((%s%s, %s%s, %s%s, %s%s, %s%s))"
        .formatted(
            west,
            box.minY(),
            east,
            box.minY(),
            east,
            box.maxY(),
            west,
            box.maxY(),
            west,
            box.minY());
  }

  private static Map<String, Object> temporal(TimeInterval period) {
    return Node.ofType("dct:PeriodOfTime")
        .with("dcat:startDate", Node.typed(period.start(), DATE_TIME))
        .with("dcat:endDate", Node.typed(period.end(), DATE_TIME))
        .end();
  }

  /** The licence's own address; one without is named only. */
  private static Optional<Map<String, Object>> licence(Dataset dataset) {
    return dataset.licence().map(Dcat::licence);
  }

  static Map<String, Object> licence(Licence licence) {
    Node node = Node.ofType("dct:LicenseDocument");
    licence.address().ifPresent(address -> node.with("@id", address));
    return node.with("dct:title", Node.texts(licence.title())).end();
  }

  private List<Map<String, Object>> distributions(Dataset dataset, Addresses at) {
    return dataset.formats().stream().map(format -> distribution(dataset, format, at)).toList();
  }

  private Map<String, Object> distribution(Dataset dataset, ExportFormat format, Addresses at) {
    String address = at.download(format);
    return Node.ofType("dcat:Distribution")
        .with("@id", address)
        .with("dct:title", Node.texts(format.title()))
        .with("dcat:accessURL", Node.reference(at.page()))
        .with("dcat:downloadURL", Node.reference(address))
        .with("dcat:mediaType", MediaTypes.ianaUri(format).map(Dcat::mediaType))
        .with("dct:format", format(format))
        .with(
            "dcat:byteSize",
            dataset.bytes(format).map(bytes -> Node.typed(bytes, "xsd:nonNegativeInteger")))
        .with("dct:license", licence(dataset))
        .with("dct:modified", Node.typed(dataset.updatedAt(), DATE_TIME))
        .with("dcat:accessService", Node.reference(at("/ogc")))
        .end();
  }

  private static Map<String, Object> mediaType(String uri) {
    return Node.ofType("dct:MediaType").with("@id", uri).end();
  }

  static Map<String, Object> format(ExportFormat format) {
    Node node = Node.ofType("dct:MediaTypeOrExtent");
    MediaTypes.fileTypeUri(format).ifPresent(uri -> node.with("@id", uri));
    return node.with("rdfs:label", MediaTypes.label(format)).end();
  }
}
