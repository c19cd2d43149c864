package org.linli.ingest;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateSample;
import org.linli.ingest.mapping.ColumnPlan;
import org.linli.ingest.mapping.FieldMatcher;
import org.linli.ingest.mapping.Inheritance;
import org.linli.ingest.mapping.NewLayer;
import org.linli.ingest.mapping.PlaceColumnFinder;
import org.linli.ingest.mapping.PlaceColumns;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceSchema;
import org.linli.layer.Audience;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.StoredLayer;
import org.linli.store.LoadMode;

/**
 * All that is decided between opening a file and reading its rows.
 *
 * @param reader hands over the rows that become features: the file's, or tracks made of them
 * @param notes what the person should know of the decisions
 */
record PreparedImport(
    SourceReader reader,
    TargetLayer target,
    ColumnPlan plan,
    CrsChoice crs,
    List<ImportIssue> notes) {
  private static final Set<IssueKind> NEARLY_TYPED =
      EnumSet.of(IssueKind.NEARLY_NUMBERS, IssueKind.NEARLY_TIMES);
  private static final Pattern SPDX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");

  /**
   * @throws SourceException if the file does not fit the request, or its coordinates are not what
   *     they are said to be
   */
  static PreparedImport of(
      SourceReader source,
      TargetLayer target,
      ImportRequest request,
      ZoneId zone,
      Optional<Bounds> known) {
    Optional<PlaceColumns> places = places(source.schema(), target, request);
    List<String> placeNames = placeNames(places, source.schema());
    SourceReader reader = source;
    if (request.trackBy().isPresent()) {
      reader = TrackReader.of(source, places, request.trackBy().get(), zone);
      places = Optional.empty();
    }
    ColumnPlan plan =
        licensed(plan(reader.schema(), places, target, request, reader), source, target, request);
    requirePlaces(plan, reader.schema());
    requireKey(plan, target, reader.schema());
    CoordinateSample sample = SampleTaker.of(reader, plan);
    CrsChoice crs =
        CrsChoice.of(request.fromCrs(), reader.schema().crs(), sample, placeNames, known);
    return new PreparedImport(
        reader, target, plan, crs, notes(reader.schema(), plan, target, crs, zone));
  }

  private static Optional<PlaceColumns> places(
      SourceSchema schema, TargetLayer target, ImportRequest request) {
    boolean wanted =
        !target.table() && target.defined().stream().allMatch(LayerDefinition::hasGeometry);
    return schema.isTable() && wanted
        ? new PlaceColumnFinder(schema.columns()).find(request.fieldToColumn())
        : Optional.empty();
  }

  private static List<String> placeNames(Optional<PlaceColumns> places, SourceSchema schema) {
    List<String> names = schema.columns().stream().map(SourceColumn::name).toList();
    return places.map(found -> found.titles(names)).orElse(List.of());
  }

  private static ColumnPlan plan(
      SourceSchema schema,
      Optional<PlaceColumns> places,
      TargetLayer target,
      ImportRequest request,
      SourceReader reader) {
    Map<String, String> mapped = request.fieldToColumn();
    if (target.defined().isPresent()) {
      LayerDefinition definition = target.defined().get().withAudience(target.audience());
      return FieldMatcher.match(definition, schema.columns(), mapped, places, schema.keyed());
    }
    GeometryType geometry = target.table() ? GeometryType.NONE : geometry(schema, places, reader);
    ColumnPlan inferred =
        NewLayer.infer(
            target.id(),
            title(request.fileName()),
            geometry,
            target.audience(),
            schema.columns(),
            mapped,
            places,
            schema.keyed());
    return target
        .stored()
        .map(StoredLayer::definition)
        .map(before -> Inheritance.keep(before, inferred.definition()))
        .map(inferred::withDefinition)
        .orElse(inferred);
  }

  /** A new layer is under the licence that the person names, or that the format implies. */
  private static ColumnPlan licensed(
      ColumnPlan plan, SourceReader source, TargetLayer target, ImportRequest request) {
    Optional<String> licence = request.licence();
    if (licence.isPresent() && !SPDX.matcher(licence.get()).matches()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.BAD_LICENCE, licence.get()));
    }
    if (licence.isPresent() && !target.isNew()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.LICENCE_IS_SET, target.id()));
    }
    return target.isNew()
        ? licence
            .or(source::licence)
            .map(plan.definition()::withLicence)
            .map(plan::withDefinition)
            .orElse(plan)
        : plan;
  }

  private static GeometryType geometry(
      SourceSchema schema, Optional<PlaceColumns> places, SourceReader reader) {
    if (places.isEmpty()) {
      // A table that should have had places is refused below.
      return schema.isTable() ? GeometryType.ANY : schema.geometry();
    }
    return places.get() instanceof PlaceColumns.Text text
        ? WktKinds.of(reader, text.column())
        : GeometryType.POINT;
  }

  private static String title(String fileName) {
    String name = fileName.replaceAll(".*[/\\\\]", "");
    String stem = name.replaceAll("(\\.[A-Za-z]{1,8}){1,2}$", "");
    return stem.isBlank() ? name : stem;
  }

  private static void requirePlaces(ColumnPlan plan, SourceSchema schema) {
    if (plan.definition().hasGeometry() && schema.isTable() && plan.places().isEmpty()) {
      throw new SourceException(
          ImportIssue.ofFile(
              IssueKind.NO_PLACE_COLUMNS,
              schema.columns().stream().map(SourceColumn::name).collect(Collectors.joining(", "))));
    }
  }

  private static void requireKey(ColumnPlan plan, TargetLayer target, SourceSchema schema) {
    if (target.mode() == LoadMode.UPSERT && !schema.keyed() && plan.key().isEmpty()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.UPSERT_NEEDS_KEY));
    }
  }

  private static List<ImportIssue> notes(
      SourceSchema schema, ColumnPlan plan, TargetLayer target, CrsChoice crs, ZoneId zone) {
    List<ImportIssue> notes = new ArrayList<>(schema.notes());
    if (target.defined().isPresent()) {
      // Its fields have the types that they were given, whatever the columns look like.
      notes.removeIf(note -> NEARLY_TYPED.contains(note.kind()));
    }
    if (plan.definition().hasGeometry()) {
      notes.addAll(crs.notes());
    }
    if (target.isNew() && target.audience() == Audience.PUBLIC) {
      notes.add(ImportIssue.ofFile(IssueKind.NEW_LAYER_IS_PUBLIC, target.id()));
    }
    if (!schema.keyed() && plan.key().isEmpty()) {
      notes.add(ImportIssue.ofFile(IssueKind.KEYS_MADE, target.id()));
    }
    plan.uses().entrySet().stream()
        .filter(use -> use.getValue().isEmpty())
        .forEach(use -> notes.add(ImportIssue.ofField(IssueKind.COLUMN_LEFT_OUT, use.getKey())));
    if (readsLocalTimes(plan)) {
      notes.add(ImportIssue.ofFile(IssueKind.ZONE_ASSUMED, zone));
    }
    return notes;
  }

  /** Whether a column of times, some without a zone, goes into the layer. */
  private static boolean readsLocalTimes(ColumnPlan plan) {
    return plan.columnOfField().stream()
        .flatMapToInt(java.util.OptionalInt::stream)
        .mapToObj(plan.columns()::get)
        .anyMatch(column -> column.type() == FieldType.INSTANT && column.zoneOpen());
  }
}
