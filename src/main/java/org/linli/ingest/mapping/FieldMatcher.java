package org.linli.ingest.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.values.ColumnNames;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;

/**
 * Gives the fields of a layer that is defined already their columns: those mapped by hand, then
 * those of the same name, of the name in the file that the layer was made from, of an alias, and
 * last of any of these or a title written in another way. No column is used twice.
 */
public final class FieldMatcher {
  private static final List<BiPredicate<Field, String>> WAYS =
      List.of(
          (field, column) -> field.name().equals(column),
          (field, column) -> field.original().equals(column),
          (field, column) -> field.aliases().contains(column),
          FieldMatcher::isAlike);

  private final LayerDefinition definition;
  private final List<SourceColumn> columns;
  private final Map<String, String> mapped;
  private final Set<Integer> used = new HashSet<>();
  private final OptionalInt[] columnOfField;

  private FieldMatcher(
      LayerDefinition definition, List<SourceColumn> columns, Map<String, String> mapped) {
    this.definition = definition;
    this.columns = columns;
    this.mapped = mapped;
    this.columnOfField = new OptionalInt[definition.fields().size()];
  }

  /**
   * @param mapped columns by the field that a person maps them to; an empty column leaves the field
   *     without one
   * @param keyed whether the format itself gives the rows keys
   * @throws SourceException if a mapped field or column is not there
   */
  public static ColumnPlan match(
      LayerDefinition definition,
      List<SourceColumn> columns,
      Map<String, String> mapped,
      Optional<PlaceColumns> places,
      boolean keyed) {
    FieldMatcher matcher = new FieldMatcher(definition, columns, mapped);
    places.ifPresent(found -> matcher.used.addAll(found.named().values()));
    OptionalInt key = matcher.key(keyed);
    matcher.takeMapped();
    WAYS.forEach(matcher::takeAlike);
    return new ColumnPlan(definition, columns, key, places, List.of(matcher.columnOfField));
  }

  private OptionalInt key(boolean keyed) {
    OptionalInt key =
        mapped.containsKey(LayerDefinition.KEY)
            ? mappedColumn(LayerDefinition.KEY)
            : keyed ? OptionalInt.empty() : keyByName();
    key.ifPresent(used::add);
    return key;
  }

  /** A column that is called a code is the key, and an error if it fails; an id only if it can. */
  private OptionalInt keyByName() {
    return IntStream.range(0, columns.size())
        .filter(i -> !used.contains(i) && ColumnNames.isKeyName(columns.get(i).name()))
        .filter(i -> ColumnNames.isCodeName(columns.get(i).name()) || columns.get(i).unique())
        .boxed()
        .min(java.util.Comparator.comparingInt(i -> ColumnNames.keyRank(columns.get(i).name())))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private OptionalInt mappedColumn(String field) {
    String column = mapped.get(field);
    return column.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(ColumnIndex.get(columns, column));
  }

  private void takeMapped() {
    for (String name : mapped.keySet()) {
      OptionalInt field = definition.findIndex(name);
      if (field.isPresent()) {
        OptionalInt column = mappedColumn(name);
        columnOfField[field.getAsInt()] = column;
        column.ifPresent(used::add);
      } else if (!name.equals(LayerDefinition.KEY) && !PlaceColumns.NAMES.contains(name)) {
        throw noSuchField(name);
      }
    }
  }

  private SourceException noSuchField(String name) {
    List<String> names = new ArrayList<>(PlaceColumns.NAMES.stream().sorted().toList());
    names.add(LayerDefinition.KEY);
    definition.fields().forEach(field -> names.add(field.name()));
    return new SourceException(
        ImportIssue.ofField(IssueKind.NO_SUCH_FIELD, name, String.join(", ", names)));
  }

  private void takeAlike(BiPredicate<Field, String> way) {
    for (int f = 0; f < columnOfField.length; f++) {
      if (columnOfField[f] == null || isOpenStill(f)) {
        Field field = definition.fields().get(f);
        columnOfField[f] =
            IntStream.range(0, columns.size())
                .filter(c -> !used.contains(c) && way.test(field, columns.get(c).name()))
                .findFirst();
        columnOfField[f].ifPresent(used::add);
      }
    }
  }

  private boolean isOpenStill(int field) {
    return columnOfField[field].isEmpty()
        && !mapped.containsKey(definition.fields().get(field).name());
  }

  private static boolean isAlike(Field field, String column) {
    return plainNames(field).contains(ColumnNames.plain(column));
  }

  private static Set<String> plainNames(Field field) {
    return Stream.of(
            Stream.of(field.name(), field.original()),
            field.aliases().stream(),
            field.title().asMap().values().stream())
        .flatMap(names -> names)
        .map(ColumnNames::plain)
        .collect(Collectors.toSet());
  }
}
