package org.linli.ingest.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.values.ColumnNames;
import org.linli.layer.Audience;
import org.linli.layer.CommonFields;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.TimeFields;
import org.linli.layer.LocalText;

/**
 * Infers a layer from a source: a field a column, of the type that all its values have, and the key
 * from a column that is named like one and holds one.
 */
public final class NewLayer {
  private static final Set<String> TITLES =
      Set.of("name", "title", "名称", "标题", "姓名", "地名", "namezh", "label");

  private final List<SourceColumn> columns;
  private final Map<Integer, String> nameOfColumn = new HashMap<>();
  private final List<Field> fields = new ArrayList<>();
  private final List<OptionalInt> columnOfField = new ArrayList<>();
  private final SafeNames names = new SafeNames();
  private final OptionalInt key;
  private final Optional<PlaceColumns> places;

  /**
   * @param mapped columns by the field name that a person gives them
   * @param keyed whether the format itself gives the rows keys
   */
  private NewLayer(
      List<SourceColumn> columns,
      Map<String, String> mapped,
      Optional<PlaceColumns> places,
      boolean keyed) {
    this.columns = columns;
    this.places = places;
    mapped.forEach(this::rename);
    this.key = key(mapped, keyed);
    addFields();
  }

  /**
   * Infers the layer and how its columns are used.
   *
   * @throws org.linli.ingest.source.SourceException if a mapped column is not there
   */
  public static ColumnPlan infer(
      String id,
      String title,
      GeometryType geometry,
      Audience audience,
      List<SourceColumn> columns,
      Map<String, String> mapped,
      Optional<PlaceColumns> places,
      boolean keyed) {
    NewLayer layer = new NewLayer(columns, mapped, places, keyed);
    LayerDefinition definition = layer.definition(id, title, geometry, audience);
    return new ColumnPlan(definition, columns, layer.key, places, layer.columnOfField);
  }

  private void rename(String field, String column) {
    if (!column.isEmpty() && !PlaceColumns.NAMES.contains(field)) {
      nameOfColumn.put(ColumnIndex.get(columns, column), field);
    }
  }

  private OptionalInt key(Map<String, String> mapped, boolean keyed) {
    if (mapped.containsKey(LayerDefinition.KEY)) {
      String column = mapped.get(LayerDefinition.KEY);
      return column.isEmpty()
          ? OptionalInt.empty()
          : OptionalInt.of(ColumnIndex.get(columns, column));
    }
    return keyed
        ? OptionalInt.empty()
        : IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).unique())
            .boxed()
            .min(java.util.Comparator.comparingInt(i -> ColumnNames.keyRank(columns.get(i).name())))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty());
  }

  private void addFields() {
    names.reserve(LayerDefinition.SOURCE);
    names.reserve(LayerDefinition.UPDATED_AT);
    Set<Integer> taken = new java.util.HashSet<>();
    key.ifPresent(taken::add);
    places.ifPresent(found -> taken.addAll(found.named().values()));
    OptionalInt source = takeCommon(LayerDefinition.SOURCE, FieldType.TEXT, taken);
    OptionalInt updatedAt = takeCommon(LayerDefinition.UPDATED_AT, FieldType.INSTANT, taken);
    for (int i = 0; i < columns.size(); i++) {
      if (!taken.contains(i)) {
        fields.add(field(i));
        columnOfField.add(OptionalInt.of(i));
      }
    }
    CommonFields.addMissing(fields);
    columnOfField.add(source);
    columnOfField.add(updatedAt);
  }

  /** A column that is one of the fields all layers have, by name and type. */
  private OptionalInt takeCommon(String name, FieldType type, Set<Integer> taken) {
    OptionalInt found =
        IntStream.range(0, columns.size())
            .filter(i -> !taken.contains(i) && columns.get(i).type() == type)
            .filter(i -> nameOfColumn.getOrDefault(i, columns.get(i).name()).equals(name))
            .findFirst();
    found.ifPresent(taken::add);
    return found;
  }

  private Field field(int column) {
    String original = columns.get(column).name();
    return new Field(
        names.safe(nameOfColumn.getOrDefault(column, original)),
        original,
        columns.get(column).type(),
        LocalText.same(original),
        Optional.empty(),
        Audience.PUBLIC,
        List.of(),
        List.of());
  }

  private LayerDefinition definition(
      String id, String title, GeometryType geometry, Audience audience) {
    return new LayerDefinition(
        id,
        LocalText.same(title),
        LocalText.same(""),
        geometry,
        audience,
        fields,
        Optional.empty(),
        Optional.empty(),
        time(),
        Optional.empty(),
        Optional.empty(),
        nameField(),
        Optional.empty());
  }

  /** The first field of times, or else of dates, tells when. */
  private Optional<TimeFields> time() {
    return first(FieldType.INSTANT)
        .or(() -> first(FieldType.DATE))
        .map(field -> new TimeFields(field.name(), Optional.empty()));
  }

  private Optional<Field> first(FieldType type) {
    return fields.stream()
        .filter(f -> f.type() == type && !f.name().equals(LayerDefinition.UPDATED_AT))
        .findFirst();
  }

  private Optional<String> nameField() {
    return fields.stream()
        .filter(f -> f.type() == FieldType.TEXT && TITLES.contains(ColumnNames.plain(f.original())))
        .map(Field::name)
        .findFirst();
  }
}
