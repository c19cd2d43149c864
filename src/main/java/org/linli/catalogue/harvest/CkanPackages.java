package org.linli.catalogue.harvest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Licence;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;

/** Datasets as CKAN's packages, with their resources, tags and the one organization there is. */
public final class CkanPackages {
  /** What the publisher is called where CKAN wants a name of its own alphabet. */
  public static final String ORGANIZATION = "linli";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Catalogue catalogue;
  private final Locale language;

  public CkanPackages(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.language = language;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** In UTC, without a zone, as CKAN writes it. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** The same for the same names, in this store and after every restart. */
  private static String id(Dataset dataset, String... names) {
    String all = dataset.storeId() + " " + dataset.id() + " " + String.join(" ", names);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public static String id(Dataset dataset) {
    return id(dataset, new String[0]);
  }

  public String title(Dataset dataset) {
    return dataset.definition().title().in(language);
  }

  public Map<String, Object> of(Dataset dataset) {
    Addresses at = catalogue.addresses(dataset);
    List<Map<String, Object>> resources = resources(dataset);
    List<Map<String, Object>> tags =
        dataset.keywords().stream()
            .map(keyword -> tag(keyword.code(), keyword.title().in(language)))
            .toList();
    Node node = new Node();
    node.with("id", id(dataset));
    node.with("name", dataset.id());
    node.with("title", title(dataset));
    node.with("title_translated", dataset.definition().title().asMap());
    node.with("notes", dataset.definition().description().in(language));
    node.with("notes_translated", dataset.definition().description().asMap());
    node.with("url", at.page());
    node.with("type", "dataset").with("state", "active").with("private", false);
    node.with("version", String.valueOf(dataset.version()));
    node.with("author", catalogue.publisher().name());
    node.with("maintainer", catalogue.publisher().name());
    node.with("maintainer_email", catalogue.publisher().mail().map(m -> m.substring(7)));
    licence(node, dataset.licence());
    node.with("metadata_created", time(dataset.updatedAt()));
    node.with("metadata_modified", time(dataset.updatedAt()));
    node.with("owner_org", organizationId()).with("organization", organization());
    node.with("num_resources", resources.size()).with("num_tags", tags.size());
    Map<String, Object> whole = new java.util.LinkedHashMap<>(node.end());
    whole.put("resources", resources);
    whole.put("tags", tags);
    whole.put("groups", List.of());
    whole.put("extras", extras(dataset, at));
    return whole;
  }

  private void licence(Node node, Optional<Licence> licence) {
    node.with("license_id", licence.map(Licence::id));
    node.with("license_title", licence.map(known -> known.title().in(language)));
    node.with("license_url", licence.flatMap(Licence::address));
    node.with("isopen", licence.map(Licence::open).orElse(false));
  }

  private static Map<String, Object> tag(String name, String title) {
    return new Node().with("name", name).with("display_name", title).with("state", "active").end();
  }

  public List<Map<String, Object>> resources(Dataset dataset) {
    List<Map<String, Object>> resources = new ArrayList<>();
    Addresses at = catalogue.addresses(dataset);
    for (ExportFormat format : dataset.formats()) {
      resources.add(
          resource(
              dataset,
              resources.size(),
              format.title().in(language),
              MediaTypes.label(format),
              MediaTypes.plain(format),
              at.download(format),
              dataset.bytes(format)));
    }
    resources.add(
        resource(
            dataset,
            resources.size(),
            "OGC API - Features",
            "OGC API",
            "application/json",
            at.collection(),
            Optional.empty()));
    return resources;
  }

  private static Map<String, Object> resource(
      Dataset dataset,
      int position,
      String name,
      String format,
      String mediaType,
      String url,
      Optional<Long> bytes) {
    return new Node()
        .with("id", id(dataset, format))
        .with("package_id", id(dataset))
        .with("position", position)
        .with("name", name)
        .with("description", "")
        .with("format", format)
        .with("mimetype", mediaType)
        .with("size", bytes)
        .with("url", url)
        .with("created", time(dataset.updatedAt()))
        .with("last_modified", time(dataset.updatedAt()))
        .with("metadata_modified", time(dataset.updatedAt()))
        .with("state", "active")
        .with("datastore_active", false)
        .end();
  }

  private static String organizationId() {
    return UUID.nameUUIDFromBytes(ORGANIZATION.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public Map<String, Object> organization() {
    return new Node()
        .with("id", organizationId())
        .with("name", ORGANIZATION)
        .with("title", catalogue.publisher().name())
        .with("display_name", catalogue.publisher().name())
        .with("description", Catalogue.DESCRIPTION.in(language))
        .with("type", "organization")
        .with("is_organization", true)
        .with("state", "active")
        .with("approval_status", "approved")
        .with("package_count", catalogue.datasets().size())
        .end();
  }

  private static List<Map<String, Object>> extras(Dataset dataset, Addresses at) {
    List<Map<String, Object>> extras = new ArrayList<>();
    extras.add(extra("identifier", at.page()));
    extras.add(extra("freshness", dataset.freshness().code()));
    dataset.updateFrequency().ifPresent(f -> extras.add(extra("frequency", f.vocabularyUri())));
    dataset
        .period()
        .ifPresent(
            period -> {
              extras.add(extra("temporal_start", period.start().toString()));
              extras.add(extra("temporal_end", period.end().toString()));
            });
    if (!dataset.extent().isEmpty()) {
      extras.add(extra("spatial", polygon(dataset.extent())));
    }
    return extras;
  }

  private static Map<String, Object> extra(String key, String value) {
    return new Node().with("key", key).with("value", value).end();
  }

  /** GeoJSON, as ckanext-spatial takes it. */
  private static String polygon(Bounds box) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  public static Map<String, Object> licence(Licence licence, Locale language) {
    return new Node()
        .with("id", licence.id())
        .with("title", licence.title().in(language))
        .with("url", licence.address())
        .with("status", "active")
        .with("od_conformance", licence.open() ? "approved" : "not reviewed")
        .end();
  }
}
