package org.linli.encode.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.linli.encode.Selection;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.snapshot.LayerView;
import org.linli.testing.FileSamples;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class XlsxFileTest {
  private static final int MANY = 1_000;

  private static ReadableWorkbook workbook(List<Feature> features, int rowsASheet)
      throws IOException {
    LayerView view =
        LayerView.of(
            FileSamples.definition("samples", GeometryType.LINE), Audience.PUBLIC, features);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxFile.write(Selection.all(view), rowsASheet, out);
    return new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<Row> rows(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.toList();
    }
  }

  @Test
  void whatASheetDoesNotHoldGoesOnToTheNextUnderTheSameNames() throws IOException {
    List<Feature> features = FileSamples.features(GeometryType.LINE);
    try (ReadableWorkbook workbook = workbook(features, 61)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets.stream().map(Sheet::getName))
          .containsExactly("samples", "samples_2", "samples_3", "说明 About");
      assertThat(rows(sheets.get(0))).hasSize(61);
      assertThat(rows(sheets.get(2))).hasSize(1 + FileSamples.FEATURES - 120);
      assertThat(rows(sheets.get(1)).get(0).getCellText(0)).isEqualTo("code");
      assertThat(rows(sheets.get(1)).get(1).getCellText(0)).isEqualTo(features.get(60).code());
    }
  }

  @Test
  void noCellIsAFormulaWhateverItsTextBeginsWith() throws IOException {
    try (ReadableWorkbook workbook = workbook(FileSamples.features(GeometryType.LINE), MANY)) {
      List<Row> rows = rows(workbook.getFirstSheet());
      assertThat(rows.stream().flatMap(Row::stream))
          .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA);
      assertThat(rows.stream().map(row -> row.getCellText(2))).contains("=1+2", "@foo");
    }
  }

  @Test
  void theLastSheetTellsLicenceStateAndDictionary() throws IOException {
    try (ReadableWorkbook workbook = workbook(FileSamples.features(GeometryType.LINE), MANY)) {
      List<Row> rows = rows(workbook.getSheets().toList().get(1));
      assertThat(rows.stream().map(row -> row.getCellText(0)))
          .contains("往返 / Round trip / ཕར་ཚུར།", "楼栋层数", "field")
          .anyMatch(text -> text.contains("CC-BY-4.0"))
          .anyMatch(text -> text.contains("1970-01-01T00:00:00Z"))
          .noneMatch(text -> text.contains("32767"));
    }
  }

  @Test
  void aPlaceTooLongForACellIsLeftOutAndTold() throws IOException {
    Coordinate[] course = new Coordinate[3_000];
    for (int i = 0; i < course.length; i++) {
      course[i] = new Coordinate(120 + i / 1e6, 30 + i % 2 / 1e6);
    }
    Feature given = FileSamples.features(GeometryType.LINE).get(0);
    Feature large =
        new Feature("large", new GeometryFactory().createLineString(course), given.values());
    try (ReadableWorkbook workbook = workbook(List.of(large), MANY)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(rows(sheets.get(0)).get(1).getCellText(1)).isEmpty();
      assertThat(rows(sheets.get(1)).stream().map(row -> row.getCellText(0)))
          .anyMatch(text -> text.startsWith("1 个值超过单元格的 32767 字上限"));
    }
  }

  @Test
  void columnsAreCalledAsSpreadsheetsDo() {
    assertThat(Stream.of(0, 25, 26, 51, 52, 701, 702).map(org.linli.encode.workbook.Sheet::letters))
        .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA");
  }
}
