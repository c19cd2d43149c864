package org.linli.ingest.mapping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;

/** Reads the values of a row into the fields of a layer. */
public final class RowValues {
  private final ColumnPlan plan;
  private final int[] columnOfField;
  private final List<ValueReader> readers = new ArrayList<>();
  private final int sourceIndex;
  private final int updatedAtIndex;
  private final String source;
  private final Instant updatedAt;
  private final Object[] constants;

  /**
   * @param zone where times that come without a zone were written down
   * @param source what {@code source} says of rows that do not say it
   * @param updatedAt what {@code updated_at} says of rows that do not say it
   * @param constants what other fields say of rows that do not say it, by the field's name
   * @throws SourceException if a field of these is not there, or cannot have the value
   */
  public RowValues(
      ColumnPlan plan,
      ZoneId zone,
      String source,
      Instant updatedAt,
      Map<String, String> constants) {
    this.plan = plan;
    this.columnOfField = plan.columnOfField().stream().mapToInt(c -> c.orElse(-1)).toArray();
    plan.definition().fields().forEach(field -> readers.add(new ValueReader(field, zone)));
    this.sourceIndex = plan.definition().getIndex(LayerDefinition.SOURCE);
    this.updatedAtIndex = plan.definition().getIndex(LayerDefinition.UPDATED_AT);
    this.source = source;
    this.updatedAt = updatedAt;
    this.constants = constants(constants);
  }

  private Object[] constants(Map<String, String> texts) {
    Object[] constants = new Object[readers.size()];
    texts.forEach(
        (name, text) -> {
          int field =
              plan.definition()
                  .findIndex(name)
                  .orElseThrow(() -> new SourceException(absent(name)));
          try {
            constants[field] = readers.get(field).read(text);
          } catch (ValueReader.UnreadableValueException unreadable) {
            throw new SourceException(unfit(plan.definition().fields().get(field), text));
          }
        });
    return constants;
  }

  private ImportIssue absent(String name) {
    return ImportIssue.ofField(
        IssueKind.NO_SUCH_FIELD,
        name,
        plan.definition().fields().stream().map(Field::name).collect(Collectors.joining(", ")));
  }

  private static ImportIssue unfit(Field field, String text) {
    String allowed =
        field.codes().isEmpty()
            ? field.type().name().toLowerCase(Locale.ROOT)
            : field.codes().stream().map(Code::code).collect(Collectors.joining(", "));
    return ImportIssue.ofField(IssueKind.BAD_CONSTANT, field.name(), text, allowed);
  }

  /** One value a field, or empty, after saying what is wrong, if a value is not of its field. */
  public Optional<Object[]> read(SourceRow row, Consumer<ImportIssue> issues) {
    Object[] values = new Object[columnOfField.length];
    boolean usable = true;
    for (int i = 0; i < values.length; i++) {
      int column = columnOfField[i];
      Object raw = column < 0 ? null : row.values()[column];
      if (raw != null) {
        try {
          values[i] = readers.get(i).read(raw);
        } catch (ValueReader.UnreadableValueException unreadable) {
          issues.accept(issue(row.number(), column, readers.get(i).field(), raw));
          usable = false;
        }
      }
    }
    fillIn(values);
    return usable ? Optional.of(values) : Optional.empty();
  }

  private void fillIn(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = constants[i];
      }
    }
    if (values[sourceIndex] == null) {
      values[sourceIndex] = source;
    }
    if (values[updatedAtIndex] == null) {
      values[updatedAtIndex] = updatedAt;
    }
  }

  private ImportIssue issue(long row, int column, Field field, Object raw) {
    String name = plan.columns().get(column).name();
    if (field.codes().isEmpty()) {
      return ImportIssue.ofValue(
          IssueKind.BAD_VALUE,
          row,
          name,
          raw,
          field.name(),
          field.type().name().toLowerCase(Locale.ROOT));
    }
    String codes = field.codes().stream().map(Code::code).collect(Collectors.joining(", "));
    return ImportIssue.ofValue(IssueKind.UNKNOWN_CODE, row, name, raw, field.name(), codes);
  }
}
