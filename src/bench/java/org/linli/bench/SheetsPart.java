package org.linli.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.linli.encode.Selection;
import org.linli.encode.workbook.XlsxFile;
import org.linli.layer.Audience;
import org.linli.layer.DefinitionCodec;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/** A workbook of more rows than a sheet holds, read again by another program. */
final class SheetsPart {
  private static final int SHEET_ROWS = 1_048_576;
  private static final int FEATURES = SHEET_ROWS + 1_000;

  private static final String LAYER = "{id: numbers, geometry: none}";

  private SheetsPart() {}

  static void run(Course course, Results results) throws Exception {
    Path file = course.work().resolve("sheets.xlsx");
    LayerView view = view();
    long start = System.nanoTime();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      XlsxFile.write(Selection.all(view), out);
    }
    long nanos = System.nanoTime() - start;
    requireRows(file, List.of(SHEET_ROWS, FEATURES - (SHEET_ROWS - 1) + 1));
    results.note(
        String.format(
            Locale.ROOT,
            "A workbook of %,d rows goes on to a second sheet; it is written in %s.",
            FEATURES,
            Timings.text(nanos)));
    Files.delete(file);
  }

  private static LayerView view() {
    LayerDefinition definition =
        DefinitionCodec.fromYaml(new ByteArrayInputStream(LAYER.getBytes(StandardCharsets.UTF_8)));
    Iterable<Feature> features =
        () -> IntStream.range(0, FEATURES).mapToObj(n -> feature(definition, n)).iterator();
    return LayerView.of(definition, Audience.PUBLIC, features).madeOf("", Instant.EPOCH);
  }

  private static Feature feature(LayerDefinition definition, int number) {
    return new Feature("N" + (10_000_000 + number), null, new Object[definition.fields().size()]);
  }

  private static void requireRows(Path file, List<Integer> expected) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
      List<Sheet> sheets = book.getSheets().toList();
      for (int i = 0; i < expected.size(); i++) {
        try (Stream<Row> rows = sheets.get(i).openStream()) {
          long count = rows.count();
          if (count != expected.get(i)) {
            throw new IllegalStateException("Sheet " + i + " has " + count + " rows.");
          }
        }
      }
    }
  }
}
