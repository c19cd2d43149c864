package org.linli.catalogue.harvest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.TimeInterval;

/**
 * The catalogue as Project Open Data's metadata schema 1.1 has it, which the harvesters of North
 * American portals read. Its texts have one language.
 */
public final class DataJson {
  private static final String SCHEMA = "https://project-open-data.cio.gov/v1.1/schema";

  private final Catalogue catalogue;
  private final Locale language;

  private DataJson(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  public static Map<String, Object> of(Catalogue catalogue, Locale language) {
    return new DataJson(catalogue, language).document();
  }

  private Map<String, Object> document() {
    return new Node()
        .with("@context", SCHEMA + "/catalog.jsonld")
        .with("@id", catalogue.site().at("/data.json"))
        .with("@type", "dcat:Catalog")
        .with("conformsTo", SCHEMA)
        .with("describedBy", SCHEMA + "/catalog.json")
        .with("dataset", catalogue.datasets().stream().map(this::dataset).toList())
        .end();
  }

  private Map<String, Object> dataset(Dataset dataset) {
    Addresses at = catalogue.addresses(dataset);
    return Node.ofType("dcat:Dataset")
        .with("identifier", at.page())
        .with("title", dataset.definition().title().in(language))
        .with("description", description(dataset))
        .with("keyword", keywords(dataset))
        .with("modified", dataset.updatedAt().toString())
        .with("publisher", publisher())
        .with("contactPoint", contact())
        .with("accessLevel", "public")
        .with("accrualPeriodicity", dataset.updateFrequency().map(f -> "R/" + f.iso()))
        .with("license", dataset.licence().flatMap(licence -> licence.address()))
        .with("spatial", spatial(dataset.extent()))
        .with("temporal", dataset.period().map(DataJson::temporal))
        .with("language", List.of("zh", "en", "bo"))
        .with("landingPage", at.page())
        .with("describedBy", at.record())
        .with("describedByType", "application/json")
        .with("distribution", dataset.formats().stream().map(f -> download(f, at)).toList())
        .end();
  }

  /** The schema wants one, be it the title again. */
  private String description(Dataset dataset) {
    String text = dataset.definition().description().in(language);
    return text.isBlank() ? dataset.definition().title().in(language) : text;
  }

  /** The schema wants one, be it the layer's id. */
  private List<String> keywords(Dataset dataset) {
    List<String> words =
        dataset.keywords().stream().map(keyword -> keyword.title().in(language)).toList();
    return words.isEmpty() ? List.of(dataset.id()) : words;
  }

  private Map<String, Object> publisher() {
    return Node.ofType("org:Organization").with("name", catalogue.publisher().name()).end();
  }

  /** The schema wants an address of e-mail; one that is not there is not made up. */
  private Map<String, Object> contact() {
    return Node.ofType("vcard:Contact")
        .with("fn", catalogue.publisher().name())
        .with("hasEmail", catalogue.publisher().mail())
        .end();
  }

  private static Optional<String> spatial(Bounds box) {
    return box.isEmpty()
        ? Optional.empty()
        : Optional.of(box.minX() + "," + box.minY() + "," + box.maxX() + "," + box.maxY());
  }

  private static String temporal(TimeInterval period) {
    return period.start() + "/" + period.end();
  }

  private Map<String, Object> download(ExportFormat format, Addresses at) {
    return Node.ofType("dcat:Distribution")
        .with("title", format.title().in(language))
        .with("format", MediaTypes.label(format))
        .with("mediaType", MediaTypes.plain(format))
        .with("downloadURL", at.download(format))
        .end();
  }
}
