package org.linli.ingest.format;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.Watch;
import org.linli.layer.GeometryType;

/**
 * A delimited text as a table. Its first line names the columns; a row's number is the line it
 * begins on. Values are strings, trimmed, without the apostrophe that guards a spreadsheet from a
 * formula; an empty one is null.
 */
final class CsvSource implements SourceReader {
  private final CsvText text;
  private final Watch watch;
  private final List<String> names;
  private final SourceSchema schema;

  private CsvSource(CsvText text, Watch watch) {
    this.text = text;
    this.watch = watch;
    this.names = header(text);
    TableSurvey survey = new TableSurvey(names);
    rows(
        new RowSink() {
          @Override
          public boolean row(SourceRow row) {
            survey.see(row.number(), row.values());
            return true;
          }

          @Override
          public void issue(ImportIssue issue) {
            // The second pass says it.
          }
        });
    this.schema = schema(survey);
  }

  /**
   * @param encodingGiven what the person says the encoding is
   * @throws SourceException if it is no table of text
   */
  static CsvSource open(Path file, Optional<String> encodingGiven, Watch watch) {
    return new CsvSource(new CsvText(file, TextEncoding.of(file, encodingGiven)), watch);
  }

  private static List<String> header(CsvText text) {
    List<String> names = new ArrayList<>();
    text.read(
        (line, record, bytes) -> {
          names.addAll(TableHeader.of(record.getFields()));
          return false;
        });
    if (names.isEmpty()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_FILE));
    }
    return names;
  }

  private SourceSchema schema(TableSurvey survey) {
    List<ImportIssue> notes = new ArrayList<>(survey.notes());
    String encoding = text.encoding().label();
    if (text.encoding().found()) {
      notes.add(ImportIssue.ofFile(IssueKind.ENCODING_FOUND, encoding));
    }
    return new SourceSchema(
        "CSV",
        Optional.of(encoding),
        Optional.empty(),
        GeometryType.NONE,
        survey.columns(),
        false,
        survey.rows(),
        notes);
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    rows(sink);
  }

  private void rows(RowSink sink) {
    long[] count = {-1};
    text.read(
        (line, record, bytes) -> {
          count[0]++;
          watch.at(count[0], bytes);
          return count[0] == 0 || row(line, record, sink);
        });
  }

  private boolean row(long line, CsvRecord record, RowSink sink) {
    Object[] values = new Object[names.size()];
    int fields = record.getFieldCount();
    for (int i = 0; i < fields; i++) {
      String value = FormulaGuard.removed(record.getField(i).strip());
      if (i >= values.length && !value.isEmpty()) {
        sink.issue(ImportIssue.ofRow(IssueKind.BAD_ROW, line, fields, names.size()));
        return true;
      }
      if (i < values.length && !value.isEmpty()) {
        values[i] = value;
      }
    }
    return sink.row(new SourceRow(line, null, null, values));
  }
}
