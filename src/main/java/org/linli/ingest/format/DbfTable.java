package org.linli.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2gis.functions.io.dbf.internal.DbaseFileHeader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The rows of a dBASE table, as bytes. H2GIS reads the header. Its reader of rows is not used: it
 * gives null for every day, ends a text at the first byte that it cannot decode, and does not tell
 * deleted rows from others.
 */
final class DbfTable {
  private static final int LANGUAGE_DRIVER = 29;
  private static final byte DELETED = '*';

  private final Path file;
  private final int headerBytes;
  private final int rowBytes;
  private final int rows;
  private final int languageDriver;
  private final List<DbfColumn> columns;

  private DbfTable(Path file, DbaseFileHeader header, int languageDriver) {
    this.file = file;
    this.headerBytes = header.getHeaderLength();
    this.rowBytes = header.getRecordLength();
    this.rows = header.getNumRecords();
    this.languageDriver = languageDriver;
    this.columns = columns(header);
  }

  /** Takes rows in their order. */
  interface Rows {

    /**
     * @param bytes belong to the table, which writes the next row over them
     * @return false if no more are wanted
     */
    boolean take(int index, byte[] bytes, boolean deleted);
  }

  /**
   * @throws SourceException if the file is no such table, or has not all the rows it says
   */
  static DbfTable open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file);
        InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(LANGUAGE_DRIVER + 1);
      if (start.length <= LANGUAGE_DRIVER) {
        throw truncated(0);
      }
      DbaseFileHeader header = new DbaseFileHeader();
      header.readHeader(channel, StandardCharsets.ISO_8859_1.name());
      DbfTable table = new DbfTable(file, header, start[LANGUAGE_DRIVER] & 0xFF);
      table.check(channel.size());
      return table;
    } catch (RuntimeException broken) {
      throw broken instanceof SourceException ? broken : unreadable(broken);
    }
  }

  private static SourceException unreadable(RuntimeException broken) {
    return new SourceException(
        ImportIssue.ofFile(IssueKind.UNREADABLE, ".dbf", broken.getMessage()), broken);
  }

  private static SourceException truncated(long row) {
    return new SourceException(ImportIssue.ofFile(IssueKind.TRUNCATED, ".dbf, " + row));
  }

  private static List<DbfColumn> columns(DbaseFileHeader header) {
    List<DbfColumn> columns = new ArrayList<>();
    int offset = 1;
    for (int i = 0; i < header.getNumFields(); i++) {
      int length = header.getFieldLength(i);
      columns.add(new DbfColumn(header.getFieldName(i), header.getFieldType(i), offset, length));
      offset += length;
    }
    return List.copyOf(columns);
  }

  private void check(long fileBytes) {
    DbfColumn last =
        columns.isEmpty() ? new DbfColumn("", 'C', 0, 1) : columns.get(columns.size() - 1);
    if (rows < 0 || last.offset() + last.length() > rowBytes) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, ".dbf", rows + " × " + rowBytes));
    }
    long there = (fileBytes - headerBytes) / rowBytes;
    if (there < rows) {
      throw truncated(Math.max(there, 0) + 1);
    }
  }

  List<DbfColumn> columns() {
    return columns;
  }

  /** How many rows it has, deleted ones too. */
  int rows() {
    return rows;
  }

  /** The code of the language that the table was written in; 0 if it does not say. */
  int languageDriver() {
    return languageDriver;
  }

  void read(Rows sink) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      in.skipNBytes(headerBytes);
      byte[] row = new byte[rowBytes];
      for (int i = 0; i < rows; i++) {
        if (in.readNBytes(row, 0, rowBytes) < rowBytes) {
          throw truncated(i + 1L);
        }
        if (!sink.take(i, row, row[0] == DELETED)) {
          return;
        }
      }
    } catch (IOException broken) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, ".dbf", broken.getMessage()), broken);
    }
  }
}
