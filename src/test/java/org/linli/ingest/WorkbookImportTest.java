package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ingest.Trial.assertApplied;
import static org.linli.ingest.Trial.assertRefused;
import static org.linli.ingest.Trial.issue;
import static org.linli.testing.WorkbookBytes.row;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.IssueKind;
import org.linli.testing.WorkbookBytes;
import org.linli.testing.Zips;

class WorkbookImportTest {
  @TempDir Path folder;

  private static byte[] workbook(String... rows) {
    return new WorkbookBytes().sheet("隐患", String.join("", rows)).bytes();
  }

  /** A sheet of two rows, the second with one more cell. */
  private static String withCell(String cell) {
    return row(1, "经度", "纬度", "值")
        + "<row r='2'><c r='A2'><v>118.6</v></c><c r='B2'><v>37.4</v></c>"
        + cell
        + "</row>";
  }

  /** What became of the third column. */
  private Object value(WorkbookBytes workbook) {
    Trial trial = new Trial(folder);
    assertApplied(trial.of("a.xlsx", workbook.bytes()), 1);
    return trial.valuesOfColumn("值").get(0);
  }

  @Test
  void coordinatesAreFoundByChineseAndEnglishTitles() {
    for (String[] titles :
        new String[][] {{"经度", "纬度"}, {"lon", "lat"}, {"Longitude", "Latitude"}}) {
      Trial trial = new Trial(folder);
      byte[] bytes = workbook(row(1, "名称", titles[0], titles[1]), row(2, "楼道堆物", 118.67, 37.43));
      assertApplied(trial.of("a.xlsx", bytes), 1);
      assertThat(trial.features().get(0).shape()).hasToString("POINT (118.67 37.43)");
    }
  }

  @Test
  void coordinatesMayBeTextsAndGeometriesMayBeWkt() {
    Trial texts = new Trial(folder);
    assertApplied(texts.of("a.xlsx", workbook(row(1, "经度", "纬度"), row(2, "118.67", " 37.43 "))), 1);
    assertThat(texts.features().get(0).shape()).hasToString("POINT (118.67 37.43)");
    Trial wkt = new Trial(folder);
    byte[] lines = workbook(row(1, "name", "WKT"), row(2, "a", "LINESTRING (118 37, 118.5 37.5)"));
    assertApplied(wkt.of("b.xlsx", lines), 1);
    assertThat(wkt.features().get(0).shape().getGeometryType()).isEqualTo("LineString");
  }

  @Test
  void longNumbersKeepEveryDigit() {
    String typed = "<c r='C2'><v>330106199001011234</v></c>";
    String text = "<c r='C2' t='inlineStr'><is><t>33010619900101123456</t></is></c>";
    assertThat(value(new WorkbookBytes().sheet("a", withCell(typed))))
        .isEqualTo("330106199001011234");
    assertThat(value(new WorkbookBytes().sheet("a", withCell(text))))
        .isEqualTo("33010619900101123456");
  }

  @Test
  void numbersThatAreTextsAreNumbers() {
    String cell = "<c r='C2' t='inlineStr'><is><t>12</t></is></c>";
    assertThat(value(new WorkbookBytes().sheet("a", withCell(cell)))).isEqualTo(12L);
    String truth = "<c r='C2' t='b'><v>1</v></c>";
    assertThat(value(new WorkbookBytes().sheet("a", withCell(truth)))).isEqualTo(true);
  }

  @Test
  void sharedTextsAreReadWithoutTheirReadings() {
    String cell = "<c r='C2' t='s'><v>1</v></c>";
    WorkbookBytes workbook =
        new WorkbookBytes()
            .sheet("a", withCell(cell))
            .sharedTexts(
                "<si><t>x</t></si><si><r><t>广场</t></r><r><t>公园</t></r>"
                    + "<rPh sb='0' eb='1'><t>guǎng</t></rPh></si>");
    assertThat(value(workbook)).isEqualTo("广场公园");
  }

  @Test
  void daysAreToldByTheFormatOfTheirCell() {
    // 1 May 2026 is day 46,143 of the calendar that counts from 1900, 44,681 of that from 1904.
    for (String format :
        new String[] {"14", "31", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]yyyy-mm-dd", "m\\月d\\日"}) {
      String cell = "<c r='C2' s='1'><v>46143</v></c>";
      WorkbookBytes workbook = new WorkbookBytes().sheet("a", withCell(cell)).formats(format);
      assertThat(value(workbook)).as(format).isEqualTo(LocalDate.of(2026, 5, 1));
    }
    WorkbookBytes early =
        new WorkbookBytes()
            .sheet("a", withCell("<c r='C2' s='1'><v>44681</v></c>"))
            .formats("14")
            .from1904();
    assertThat(value(early)).isEqualTo(LocalDate.of(2026, 5, 1));
  }

  @Test
  void momentsAreOfTheZoneOfTheImport() {
    String cell = "<c r='C2' s='1'><v>46143.354166666664</v></c>";
    WorkbookBytes workbook =
        new WorkbookBytes().sheet("a", withCell(cell)).formats("yyyy/m/d h:mm");
    assertThat(value(workbook)).isEqualTo(Instant.parse("2026-05-01T00:30:00Z"));
  }

  @Test
  void numbersWithOtherFormatsStayNumbers() {
    for (String format :
        new String[] {"#,##0.00", "0.00\"d\"", "[Red]0", "[h]:mm", "\\y0", "General"}) {
      String cell = "<c r='C2' s='1'><v>46143.5</v></c>";
      WorkbookBytes workbook = new WorkbookBytes().sheet("a", withCell(cell)).formats(format);
      assertThat(value(workbook)).as(format).isEqualTo(46143.5);
    }
  }

  @Test
  void aTimeOfDayStaysWhatIsShown() {
    String cell = "<c r='C2' s='1'><v>0.354166666666667</v></c>";
    WorkbookBytes workbook = new WorkbookBytes().sheet("a", withCell(cell)).formats("h:mm");
    assertThat(value(workbook)).isEqualTo("08:30");
  }

  @Test
  void aFormulaIsWhatItLastCameTo() {
    String number = "<c r='C2'><f>A2+1</f><v>119.6</v></c>";
    assertThat(value(new WorkbookBytes().sheet("a", withCell(number)))).isEqualTo(119.6);
    String text = "<c r='C2' t='str'><f>\"a\"</f><v>甲</v></c>";
    assertThat(value(new WorkbookBytes().sheet("a", withCell(text)))).isEqualTo("甲");
  }

  @Test
  void errorsAndUnsavedFormulasAreToldWithTheirCell() {
    for (String cell :
        new String[] {
          "<c r='C2' t='e'><v>#N/A</v></c>", "<c r='C2' t='e'><f>1/0</f><v>#N/A</v></c>"
        }) {
      byte[] bytes = new WorkbookBytes().sheet("a", withCell(cell)).bytes();
      ImportReport report = new Trial(folder).of("a.xlsx", bytes);
      assertApplied(report, 1);
      assertThat(issue(report, IssueKind.CELL_ERROR).details()).containsExactly("C2", "#N/A");
      assertThat(issue(report, IssueKind.CELL_ERROR).row()).hasValue(2);
      assertThat(issue(report, IssueKind.CELL_ERROR).field()).contains("值");
    }
    byte[] unsaved = new WorkbookBytes().sheet("a", withCell("<c r='C2'><f>A2</f></c>")).bytes();
    ImportReport report = new Trial(folder).of("a.xlsx", unsaved);
    assertThat(issue(report, IssueKind.NO_SAVED_VALUE).details()).containsExactly("C2");
  }

  @Test
  void aTitleAboveTheNamesIsNotTakenForThem() {
    Trial trial = new Trial(folder);
    ImportReport report =
        trial.of(
            "a.xlsx",
            workbook(
                row(1, "胜利街道隐患台账"),
                row(3, "编号", "名称", "经度", "纬度"),
                row(4, 1, "私拉电线", 118.67, 37.43)));

    assertApplied(report, 1);
    assertThat(report.columns()).containsOnlyKeys("编号", "名称", "经度", "纬度");
    assertThat(issue(report, IssueKind.HEADER_FOUND).details()).containsExactly("3", "3");
  }

  @Test
  void namesUnderAMergedCellAreThoseOfTheirColumns() {
    Trial trial = new Trial(folder);
    ImportReport report =
        trial.of(
            "a.xlsx",
            workbook(
                row(1, "编号", "坐标", null, "备注"),
                row(2, null, "经度", "纬度"),
                row(3, 1, 118.67, 37.43, "无"),
                row(4, 2, 118.68, 37.44)));

    assertApplied(report, 2);
    assertThat(report.columns()).containsOnlyKeys("编号", "经度", "纬度", "备注");
  }

  @Test
  void anEmptyCellInTheFirstRowsIsNoMergedName() {
    Trial trial = new Trial(folder);
    ImportReport report =
        trial.of(
            "a.xlsx",
            workbook(row(1, "name", "lon", "lat", "note"), row(2, "a", "118.67", "37.43", "b")));
    assertApplied(report, 1);
  }

  @Test
  void rowsAreNumberedAsInTheSheetAndEmptyOnesAreNone() {
    byte[] bytes =
        workbook(
            row(1, "经度", "纬度"),
            row(2, 118.6, 37.4),
            row(5, null, null),
            "<row r='6'><c r='A6' s='0'/></row>",
            row(9, "东", 37.4));
    ImportReport report = new Trial(folder).keepGoing().of("a.xlsx", bytes);

    assertThat(report.counts().read()).isEqualTo(2);
    assertThat(issue(report, IssueKind.BAD_COORDINATE).row()).hasValue(9);
  }

  @Test
  void theFirstShownSheetWithRowsIsReadAndTheOthersAreNamed() {
    byte[] bytes =
        new WorkbookBytes()
            .sheet("暗", "hidden", row(1, "lon", "lat") + row(2, 1, 1))
            .sheet("空", "")
            .sheet("楼栋", row(1, "lon", "lat") + row(2, 118.6, 37.4) + row(3, 118.7, 37.5))
            .sheet("人员", row(1, "lon", "lat") + row(2, 118.6, 37.4))
            .bytes();
    ImportReport report = new Trial(folder).of("a.xlsx", bytes);
    assertApplied(report, 2);
    assertThat(issue(report, IssueKind.OTHER_SHEETS).details()).containsExactly("楼栋", "空, 人员");
    assertThat(issue(report, IssueKind.HIDDEN_SHEETS).details()).containsExactly("楼栋", "暗");

    assertApplied(new Trial(folder).table("人员").of("a.xlsx", bytes), 1);
    ImportReport none = new Trial(folder).table("x").of("a.xlsx", bytes);
    assertThat(assertRefused(none, IssueKind.NO_SUCH_TABLE).details())
        .containsExactly("x", "暗, 空, 楼栋, 人员");
  }

  @Test
  void anEmptyWorkbookIsEmpty() {
    assertRefused(new Trial(folder).of("a.xlsx", workbook("")), IssueKind.EMPTY_FILE);
  }

  @Test
  void aWorkbookInAZipIsRead() {
    byte[] inner = workbook(row(1, "lon", "lat"), row(2, 118.6, 37.4));
    Map<String, byte[]> files = Map.of("台账.xlsx", inner);
    assertApplied(new Trial(folder).of("a.zip", Zips.of(files)), 1);
  }

  @Test
  void tooManyColumnsAreRefused() {
    String cells = "<c t='inlineStr'><is><t>a</t></is></c>".repeat(1_001);
    assertRefused(
        new Trial(folder).of("a.xlsx", workbook("<row r='1'>" + cells + "</row>")),
        IssueKind.TOO_MANY_COLUMNS);
    String more = "<row r='1'>" + "<c><v>1</v></c>".repeat(20_000) + "</row>";
    assertRefused(new Trial(folder).of("b.xlsx", workbook(more)), IssueKind.TOO_MANY_COLUMNS);
    assertRefused(
        new Trial(folder).of("c.xlsx", workbook("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>")),
        IssueKind.TOO_MANY_COLUMNS);
  }

  @Test
  void aDocumentTypeInAnyPartIsRefused() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
            + "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
            + "<si><t>&b;</t></si></sst>";
    byte[] bytes =
        new WorkbookBytes()
            .sheet("a", row(1, "lon", "lat") + row(2, 1, 2))
            .part("xl/sharedStrings.xml", bomb)
            .bytes();
    assertRefused(new Trial(folder).of("a.xlsx", bytes), IssueKind.FORBIDDEN_XML);
  }

  @Test
  void aSharedTextThatIsNotThereIsRefusedWithoutLookingForIt() {
    byte[] bytes =
        new WorkbookBytes()
            .sheet("a", withCell("<c r='C2' t='s'><v>2000000000</v></c>"))
            .sharedTexts("<si><t>x</t></si>")
            .bytes();
    assertRefused(new Trial(folder).of("a.xlsx", bytes), IssueKind.UNREADABLE);
  }

  @Test
  void nestingAndFormulasThatGrowOutOfProportionAreRefused() {
    String deep = "<a>".repeat(200) + "</a>".repeat(200);
    byte[] nested = new WorkbookBytes().sheet("a", "").part("xl/deep.xml", deep).bytes();
    assertRefused(new Trial(folder).of("a.xlsx", nested), IssueKind.TOO_DEEP);
    String array = "<c r='A1'><f t='array' ref='A1'>1</f><v>1</v></c>";
    String arrays = ("<row>" + array.repeat(10_000) + "</row>").repeat(5);
    byte[] formulas = new WorkbookBytes().sheet("a", arrays).bytes();
    assertRefused(new Trial(folder).of("b.xlsx", formulas), IssueKind.TOO_DEEP);
  }

  @Test
  void aSheetThatBreaksOffIsToldWithItsRow() {
    byte[] bytes =
        new WorkbookBytes()
            .sheet("表", row(1, "lon", "lat") + row(2, 1, 2) + "<row r='3'><c")
            .bytes();
    ImportReport report = new Trial(folder).of("a.xlsx", bytes);
    assertThat(assertRefused(report, IssueKind.UNREADABLE).details().get(0)).isEqualTo("表!3");
  }

  @Test
  void anOldWorkbookIsToldToBeSavedAnew() {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    old.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    old.writeBytes(new byte[] {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    old.writeBytes(new byte[504]);
    ImportReport report = new Trial(folder).of("a.xls", old.toByteArray());
    assertThat(assertRefused(report, IssueKind.UNKNOWN_FORMAT).cure(Locale.ENGLISH))
        .contains(".xlsx");
  }

  @Test
  void whatOnlySaysItIsAWorkbookIsNone() {
    byte[] cut = workbook(row(1, "lon", "lat"), row(2, 1, 2));
    assertRefused(
        new Trial(folder).of("a.xlsx", Arrays.copyOf(cut, cut.length / 2)),
        IssueKind.ARCHIVE_BROKEN);
    assertRefused(
        new Trial(folder).of("b.xlsx", "lon,lat\n1,\"2".getBytes(StandardCharsets.UTF_8)),
        IssueKind.UNREADABLE);
    assertRefused(
        new Trial(folder).of("c.xlsx", Zips.of("[Content_Types].xml", "<Types/>")),
        IssueKind.UNREADABLE);
  }
}
