package org.linli.catalogue.harvest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.Field;

/** Datasets in the words of schema.org, for search engines; they read them in pages. */
public final class SchemaOrg {
  /** A description shorter than this is not taken by those who list datasets. */
  private static final int SHORTEST_DESCRIPTION = 50;

  private final Catalogue catalogue;
  private final Locale language;

  private SchemaOrg(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  /** One of the catalogue's datasets. */
  public static Map<String, Object> of(Dataset dataset, Catalogue catalogue, Locale language) {
    return new SchemaOrg(catalogue, language).dataset(dataset);
  }

  /** The catalogue, with its datasets by name. */
  public static Map<String, Object> of(Catalogue catalogue, Locale language) {
    SchemaOrg words = new SchemaOrg(catalogue, language);
    return new Node()
        .with("@context", "https://schema.org/")
        .with("@type", "DataCatalog")
        .with("@id", catalogue.site().at("/data"))
        .with("name", Catalogue.TITLE.in(language))
        .with("description", Catalogue.DESCRIPTION.in(language))
        .with("url", catalogue.site().at("/data"))
        .with("publisher", words.publisher())
        .with("dataset", catalogue.datasets().stream().map(words::named).toList())
        .end();
  }

  private Map<String, Object> named(Dataset dataset) {
    return Node.ofType("Dataset")
        .with("@id", catalogue.addresses(dataset).page())
        .with("name", dataset.definition().title().in(language))
        .with("description", description(dataset))
        .with("url", catalogue.addresses(dataset).page())
        .with("license", dataset.licence().flatMap(licence -> licence.address()))
        .end();
  }

  private Map<String, Object> dataset(Dataset dataset) {
    Addresses at = catalogue.addresses(dataset);
    return new Node()
        .with("@context", "https://schema.org/")
        .with("@type", "Dataset")
        .with("@id", at.page())
        .with("name", dataset.definition().title().in(language))
        .with("alternateName", otherNames(dataset))
        .with("description", description(dataset))
        .with("url", at.page())
        .with("identifier", at.page())
        .with("keywords", dataset.keywords().stream().map(k -> k.title().in(language)).toList())
        .with("license", dataset.licence().flatMap(licence -> licence.address()))
        .with("isAccessibleForFree", true)
        .with("creator", publisher())
        .with("publisher", publisher())
        .with("dateModified", dataset.updatedAt().toString())
        .with("spatialCoverage", place(dataset.extent()))
        .with("temporalCoverage", dataset.period().map(p -> p.start() + "/" + p.end()))
        .with("variableMeasured", dataset.definition().fields().stream().map(this::field).toList())
        .with(
            "distribution", dataset.formats().stream().map(f -> download(dataset, f, at)).toList())
        .with("includedInDataCatalog", catalogue())
        .end();
  }

  private List<String> otherNames(Dataset dataset) {
    String name = dataset.definition().title().in(language);
    return dataset.definition().title().asMap().values().stream()
        .filter(other -> !other.equals(name))
        .distinct()
        .toList();
  }

  private String description(Dataset dataset) {
    String text = dataset.definition().description().in(language);
    return text.length() >= SHORTEST_DESCRIPTION
        ? text
        : text
            + dataset.definition().fields().stream()
                .map(field -> field.title().in(language))
                .collect(Collectors.joining(", ", " [", "]"));
  }

  private Map<String, Object> publisher() {
    return Node.ofType("Organization")
        .with("name", catalogue.publisher().name())
        .with("url", catalogue.site().at("/"))
        .end();
  }

  private Map<String, Object> catalogue() {
    return Node.ofType("DataCatalog")
        .with("@id", catalogue.site().at("/data"))
        .with("name", Catalogue.TITLE.in(language))
        .with("url", catalogue.site().at("/data"))
        .end();
  }

  /** The box has latitude before longitude. */
  private static Optional<Map<String, Object>> place(Bounds box) {
    String corners = box.minY() + " " + box.minX() + " " + box.maxY() + " " + box.maxX();
    return box.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Node.ofType("Place")
                .with("geo", Node.ofType("GeoShape").with("box", corners).end())
                .end());
  }

  private Map<String, Object> field(Field field) {
    return Node.ofType("PropertyValue")
        .with("name", field.name())
        .with("description", field.title().in(language))
        .with("unitText", field.unit())
        .end();
  }

  private Map<String, Object> download(Dataset dataset, ExportFormat format, Addresses at) {
    return Node.ofType("DataDownload")
        .with("name", format.title().in(language))
        .with("encodingFormat", MediaTypes.plain(format))
        .with("contentUrl", at.download(format))
        .with("contentSize", dataset.bytes(format).map(bytes -> bytes + " B"))
        .end();
  }
}
