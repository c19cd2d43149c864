package org.linli.ingest.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;

/** Reads the cells of a sheet as values: of a formula what it last came to. */
final class CellReader {
  private static final int LONGEST_LONG = 18;
  private static final Set<String> ERRORS =
      Set.of(
          "#NULL!",
          "#DIV/0!",
          "#VALUE!",
          "#REF!",
          "#NAME?",
          "#NUM!",
          "#N/A",
          "#GETTING_DATA",
          "#SPILL!",
          "#CALC!",
          "#FIELD!",
          "#BLOCKED!",
          "#UNKNOWN!");

  private CellReader() {}

  /**
   * The cell's value, or null for none.
   *
   * @param issues takes what there is to say of the cell, under the column's name
   */
  static Object read(Cell cell, String column, List<ImportIssue> issues) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.ERROR || isError(cell)) {
      issues.add(issue(IssueKind.CELL_ERROR, cell, column, cell.getRawValue()));
      return null;
    }
    if (value == null && cell.getType() == CellType.FORMULA) {
      issues.add(issue(IssueKind.NO_SAVED_VALUE, cell, column));
      return null;
    }
    if (value instanceof BigDecimal number) {
      return number(cell, number);
    }
    if (value instanceof String text) {
      return text.isBlank() ? null : text.strip();
    }
    return value;
  }

  private static boolean isError(Cell cell) {
    return cell.getType() == CellType.FORMULA
        && cell.getValue() instanceof String text
        && ERRORS.contains(text);
  }

  private static ImportIssue issue(IssueKind kind, Cell cell, String column, Object... more) {
    Object[] details = new Object[more.length + 1];
    details[0] = cell.getAddress();
    System.arraycopy(more, 0, details, 1, more.length);
    return ImportIssue.ofValue(kind, cell.getAddress().getRow() + 1L, column, details);
  }

  private static Object number(Cell cell, BigDecimal number) {
    Integer id = cell.getDataFormatId();
    NumberFormat format = NumberFormat.of(id == null ? 0 : id, cell.getDataFormatString());
    Object time = format == NumberFormat.NUMBER ? null : time(cell, number, format);
    return time == null ? plain(number) : time;
  }

  /** Whole numbers keep all their digits, as text if a long cannot. */
  private static Object plain(BigDecimal number) {
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    boolean huge = number.precision() - number.scale() > 4 * LONGEST_LONG;
    if (!whole || huge) {
      return number.doubleValue();
    }
    return number.precision() - number.scale() <= LONGEST_LONG
        ? (Object) number.longValueExact()
        : number.toBigInteger().toString();
  }

  /** Null if no calendar has it. */
  private static Object time(Cell cell, BigDecimal number, NumberFormat format) {
    boolean withinDay = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0;
    if (format == NumberFormat.TIME_OF_DAY && withinDay) {
      long seconds = Math.round(number.doubleValue() * 86_400);
      return LocalTime.ofSecondOfDay(Math.min(seconds, 86_399)).toString();
    }
    try {
      LocalDateTime moment = cell.asDate().plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
      boolean dayOnly = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
      return dayOnly && format != NumberFormat.MOMENT ? moment.toLocalDate() : moment;
    } catch (DateTimeException | ArithmeticException noDay) {
      return null;
    }
  }
}
