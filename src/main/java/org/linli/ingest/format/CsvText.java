package org.linli.ingest.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** The records of a delimited text: RFC 4180, with commas, semicolons, tabs or bars. */
final class CsvText {
  private static final int LONGEST_LINE = 1 << 20;

  private final Path file;
  private final TextEncoding encoding;
  private final char delimiter;

  /**
   * @throws SourceException if the file is no text
   */
  CsvText(Path file, TextEncoding encoding) {
    this.file = file;
    this.encoding = encoding;
    try (SourceText text = new SourceText(file, encoding)) {
      this.delimiter = Delimiter.of(firstLine(text.reader()));
    } catch (IOException unreadable) {
      throw broken(unreadable);
    }
  }

  /** Takes records in their order. */
  interface Records {

    /**
     * @param line where the record begins, from 1
     * @param bytes of the file read so far
     * @return false if no more are wanted
     */
    boolean take(long line, CsvRecord record, long bytes);
  }

  TextEncoding encoding() {
    return encoding;
  }

  private static String firstLine(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n' && !line.toString().isBlank()) {
        break;
      }
      if (c == 0 || line.length() > LONGEST_LINE) {
        throw new SourceException(ImportIssue.ofFile(IssueKind.UNKNOWN_FORMAT));
      }
      line.append((char) c);
    }
    return line.toString();
  }

  /**
   * @throws SourceException if a quote is not closed, or a byte is no text in the encoding
   */
  void read(Records records) {
    try (SourceText text = new SourceText(file, encoding);
        CsvReader<CsvRecord> csv = parser().ofCsvRecord(text.reader())) {
      for (CsvRecord record : csv) {
        if (!records.take(record.getStartingLineNumber(), record, text.bytes())) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      throw broken(unreadable);
    }
  }

  private CsvReader.CsvReaderBuilder parser() {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
  }

  private SourceException broken(Exception exception) {
    Throwable root = exception;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    ImportIssue issue =
        root instanceof CharacterCodingException
            ? ImportIssue.ofFile(IssueKind.WRONG_ENCODING, encoding.label())
            : ImportIssue.ofFile(IssueKind.UNREADABLE, "", exception.getMessage());
    return new SourceException(issue, exception);
  }
}
