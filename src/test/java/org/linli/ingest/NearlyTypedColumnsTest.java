package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ingest.Trial.assertApplied;
import static org.linli.ingest.Trial.issue;
import static org.linli.testing.WorkbookBytes.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.Severity;
import org.linli.layer.FieldType;
import org.linli.testing.WorkbookBytes;

/** A column that is text for the sake of a few values is said to be, with the first of them. */
class NearlyTypedColumnsTest {
  @TempDir Path folder;

  /** Twenty rows, one of which has another value. */
  private static String lines(String value, int oddRow, String odd) {
    return IntStream.rangeClosed(1, 20)
        .mapToObj(i -> "118.%02d,37.4,%s".formatted(i, i == oddRow ? odd : value))
        .collect(Collectors.joining("\n", "lon,lat,值\n", "\n"));
  }

  private Trial imported(String name, String text) {
    Trial trial = new Trial(folder);
    assertApplied(trial.of(name, text.getBytes(StandardCharsets.UTF_8)), 20);
    return trial;
  }

  private ImportReport report(String name, byte[] bytes) {
    ImportReport report = new Trial(folder).of(name, bytes);
    assertApplied(report, 20);
    return report;
  }

  private static void requireNote(ImportReport report, IssueKind kind, long row, String value) {
    ImportIssue note = issue(report, kind);
    assertThat(note.severity()).isEqualTo(Severity.NOTE);
    assertThat(note.row()).hasValue(row);
    assertThat(note.field()).contains("值");
    for (String language : new String[] {"zh", "en", "bo"}) {
      Locale locale = Locale.forLanguageTag(language);
      assertThat(note.message(locale)).as(language).contains(value).doesNotContain("{");
      assertThat(note.cure(locale)).as(language).contains("--mode replace");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 1, 不详, NEARLY_TIMES",
    "2026-05-01T08:00:00Z, 20, 不详, NEARLY_TIMES",
    "12, 7, 不详, NEARLY_NUMBERS",
    "12, 7, 2026-05-01, NEARLY_NUMBERS",
    "1.5, 20, 约2, NEARLY_NUMBERS"
  })
  void aTableTellsTheLineOfTheOddValue(String value, int row, String odd, IssueKind kind) {
    byte[] bytes = lines(value, row, odd).getBytes(StandardCharsets.UTF_8);
    requireNote(report("a.csv", bytes), kind, row + 1L, odd);
  }

  @Test
  void ofFourValuesOneMayBeOdd() {
    String text = "lon,lat,值\n118,37,2\n118.1,37,不详\n118.2,37,5\n118.3,37,7\n";
    ImportReport report = new Trial(folder).of("a.csv", text.getBytes(StandardCharsets.UTF_8));
    requireNote(report, IssueKind.NEARLY_NUMBERS, 3, "不详");
  }

  @Test
  void ofDatesSomeMayBeOddAsLongAsMostAreDates() {
    IntFunction<String> value = i -> i % 3 == 0 ? "不详" : "2026-05-0" + i;
    String text =
        IntStream.rangeClosed(1, 7)
            .mapToObj(i -> "118,37.%d,%s".formatted(i, value.apply(i)))
            .collect(Collectors.joining("\n", "lon,lat,值\n", "\n"));
    ImportReport report = new Trial(folder).of("a.csv", text.getBytes(StandardCharsets.UTF_8));
    requireNote(report, IssueKind.NEARLY_TIMES, 4, "不详");
  }

  @Test
  void theOddValueAmongDatesIsNoMoment() {
    String text = "lon,lat,值\n118,37,2026-05-01\n118,37.1,2026-05-02T08:00:00Z\n118,37.2,不详\n";
    ImportReport report = new Trial(folder).of("a.csv", text.getBytes(StandardCharsets.UTF_8));
    requireNote(report, IssueKind.NEARLY_TIMES, 4, "不详");
  }

  @Test
  void theOddValueAmongIntegersIsNoOtherNumber() {
    String text = "lon,lat,值\n118,37,2\n118,37.1,2.5\n118,37.2,不详\n118,37.3,4\n";
    ImportReport report = new Trial(folder).of("a.csv", text.getBytes(StandardCharsets.UTF_8));
    requireNote(report, IssueKind.NEARLY_NUMBERS, 4, "不详");
  }

  /** The cells of days are numbers with a format of days. */
  @Test
  void aSheetTellsTheRowThatHasNoDay() {
    String day = "<c r='C%d' s='1'><v>46143</v></c>";
    IntFunction<String> line =
        i ->
            i == 3
                ? row(i, "118." + i, "37.4", "不详")
                : row(i, "118." + i, "37.4").replace("</row>", day.formatted(i) + "</row>");
    String rows = IntStream.rangeClosed(2, 6).mapToObj(line).collect(Collectors.joining());
    byte[] bytes =
        new WorkbookBytes().formats("14").sheet("a", row(1, "经度", "纬度", "值") + rows).bytes();
    ImportReport report = new Trial(folder).of("a.xlsx", bytes);
    requireNote(report, IssueKind.NEARLY_TIMES, 3, "不详");
  }

  @Test
  void aSheetTellsTheRowOfTheOddValue() {
    IntFunction<String> line = i -> row(i, "118." + i, "37.4", i == 9 ? "不详" : "6");
    String rows = IntStream.rangeClosed(2, 21).mapToObj(line).collect(Collectors.joining());
    byte[] bytes = new WorkbookBytes().sheet("a", row(1, "经度", "纬度", "值") + rows).bytes();
    requireNote(report("a.xlsx", bytes), IssueKind.NEARLY_NUMBERS, 9, "不详");
  }

  private static byte[] collection(IntFunction<String> value) {
    String feature =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[118.5,37.4]},"
            + "\"properties\":{\"值\":%s}}";
    return IntStream.rangeClosed(1, 20)
        .mapToObj(i -> feature.formatted(value.apply(i)))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aCollectionTellsTheFeatureOfTheOddValue() {
    byte[] numbers = collection(i -> i == 4 ? "\"不详\"" : "6.5");
    requireNote(report("a.geojson", numbers), IssueKind.NEARLY_NUMBERS, 4, "不详");
    byte[] dates = collection(i -> i == 20 ? "20260501" : "\"2026-05-01\"");
    requireNote(report("b.geojson", dates), IssueKind.NEARLY_TIMES, 20, "20260501");
  }

  @ParameterizedTest
  @CsvSource({"999999999999999, INTEGER", "-999999999999999, INTEGER", "-9999999999999999, TEXT"})
  void theMinusOfAnIntegerIsNoDigit(String integer, FieldType type) {
    Trial trial = new Trial(folder);
    assertApplied(trial.of("a.geojson", collection(i -> i == 4 ? integer : "6")), 20);
    assertThat(trial.definition().fields())
        .filteredOn(field -> field.name().equals("值"))
        .extracting(field -> field.type())
        .containsExactly(type);
  }

  @Test
  void ofManyOddValuesTheColumnIsOfTexts() {
    Trial trial = new Trial(folder);
    byte[] texts = collection(i -> i % 5 == 0 ? "\"不详\"" : "6");
    assertThat(trial.of("a.geojson", texts).issueTotals())
        .doesNotContainKeys(IssueKind.NEARLY_NUMBERS, IssueKind.NEARLY_TIMES);
    assertThat(trial.definition().fields()).anyMatch(field -> field.type() == FieldType.TEXT);
  }

  @Test
  void aColumnOfOneTypeAndAnEmptyCellAreNothingToTell() {
    Trial trial = imported("a.csv", lines("2026-05-01", 3, ""));
    assertThat(trial.definition().fields()).anyMatch(field -> field.type() == FieldType.DATE);
    assertThat(trial.valuesOfColumn("值")).containsNull();
    assertThat(report("b.csv", lines("6", 3, "").getBytes(StandardCharsets.UTF_8)).issueTotals())
        .doesNotContainKeys(IssueKind.NEARLY_NUMBERS, IssueKind.NEARLY_TIMES);
  }
}
