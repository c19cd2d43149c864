package org.linli.opendata;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.DatasetSearch.Choice;
import org.linli.catalogue.Licence;
import org.linli.catalogue.UpdateFrequency;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LocalText;

/**
 * A dataset's record as JSON. Each text stands in the language that was asked for; beside it, in
 * the plural, in all three.
 */
final class DatasetDocuments {
  private DatasetDocuments() {}

  /** The datasets found, with what else could be chosen: facets by their parameters. */
  record Found(int total, List<Summary> datasets, Map<String, List<Choice>> facets) {}

  /**
   * @param audience the least that may know of it: public, staff
   * @param made whether an analysis makes it of other layers
   * @param features how many there are; null for a layer that is not made yet
   * @param bbox west, south, east, north in degrees; null without a place
   * @param period from the first to the last time, RFC 3339; null without times
   * @param url the record; {@code page} is for people
   */
  record Summary(
      String id,
      String title,
      LocalText titles,
      String description,
      LocalText descriptions,
      List<Keyword> keywords,
      String audience,
      String geometry,
      boolean made,
      Optional<Long> features,
      Optional<List<Double>> bbox,
      Optional<List<Instant>> period,
      Optional<LicenceDocument> licence,
      Optional<Promise> updateFrequency,
      State freshness,
      List<String> formats,
      String page,
      String url) {}

  record Keyword(String code, String title, LocalText titles) {}

  /**
   * @param url where its text is; null if nowhere
   */
  record LicenceDocument(
      String id, String title, LocalText titles, Optional<String> url, boolean open) {}

  /**
   * @param every ISO 8601
   */
  record Promise(String every, String title, LocalText titles) {}

  /**
   * @param state fresh, due, overdue, unknown
   */
  record State(
      String state,
      String title,
      LocalText titles,
      Instant updatedAt,
      Optional<Instant> dueAt,
      Optional<Instant> overdueAt) {}

  /**
   * A field of the dictionary.
   *
   * @param original its name in the source
   * @param audience the least that may know of it: public, staff
   */
  record DictionaryField(
      String name,
      String original,
      String audience,
      String type,
      String title,
      LocalText titles,
      Optional<String> unit,
      List<Keyword> codes) {}

  /**
   * @param bytes its size uncompressed, once it was made
   * @param takesCrs whether {@code crs} chooses another system than WGS 84
   */
  record Download(
      String format,
      String title,
      LocalText titles,
      String mediaType,
      String url,
      Optional<Long> bytes,
      boolean takesCrs) {}

  /** The first features; a row has the code and then the fields' values, as in GeoJSON. */
  record Sample(List<String> columns, List<List<Object>> rows) {}

  record Api(String landing, String collection, String items, Optional<String> tiles) {}

  record Command(String tool, String title, String language, String text, LocalText texts) {}

  static Summary summary(Dataset dataset, Addresses at, Locale language) {
    return new Summary(
        dataset.id(),
        dataset.definition().title().in(language),
        dataset.definition().title(),
        dataset.definition().description().in(language),
        dataset.definition().description(),
        dataset.keywords().stream().map(code -> keyword(code, language)).toList(),
        lower(dataset.definition().audience()),
        lower(dataset.definition().geometry()),
        dataset.made(),
        dataset.features(),
        box(dataset.extent()),
        dataset.period().map(period -> List.of(period.start(), period.end())),
        dataset.licence().map(licence -> licence(licence, language)),
        dataset.updateFrequency().map(promised -> promise(promised, language)),
        state(dataset, language),
        dataset.formats().stream().map(ExportFormat::ending).toList(),
        at.page(),
        at.record());
  }

  static Keyword keyword(Code code, Locale language) {
    return new Keyword(code.code(), code.title().in(language), code.title());
  }

  private static LicenceDocument licence(Licence licence, Locale language) {
    return new LicenceDocument(
        licence.id(),
        licence.title().in(language),
        licence.title(),
        licence.address(),
        licence.open());
  }

  private static Promise promise(UpdateFrequency promised, Locale language) {
    return new Promise(promised.iso(), promised.title().in(language), promised.title());
  }

  private static State state(Dataset dataset, Locale language) {
    return new State(
        dataset.freshness().code(),
        dataset.freshness().title().in(language),
        dataset.freshness().title(),
        dataset.updatedAt(),
        dataset.dueAt(),
        dataset.overdueAt());
  }

  static DictionaryField field(Field field, Locale language) {
    return new DictionaryField(
        field.name(),
        field.original(),
        lower(field.visibility()),
        lower(field.type()),
        field.title().in(language),
        field.title(),
        field.unit(),
        field.codes().stream().map(code -> keyword(code, language)).toList());
  }

  static Download download(Dataset dataset, ExportFormat format, Addresses at, Locale language) {
    return new Download(
        format.ending(),
        format.title().in(language),
        format.title(),
        format.mediaType(),
        at.download(format),
        dataset.bytes(format),
        format.takesCrs());
  }

  static Optional<List<Double>> box(Bounds bounds) {
    return bounds.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(bounds.minX(), bounds.minY(), bounds.maxX(), bounds.maxY()));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
