package org.linli.catalogue.releases;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.linli.layer.Field;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.locationtech.jts.io.WKBWriter;

/**
 * Prints of a dataset's rows by which two releases are compared without reading their files: a line
 * for each row in ascending order of code, with the code, the first 8 bytes of the row's SHA-256,
 * and of the geometry and each field 4 bytes to tell which of them changed. The first line names
 * the fields. Kept beside a release, compressed; never served.
 */
final class RowPrints {
  private static final String GEOMETRY = "geometry";
  private static final int ROW_HEX = 16;
  private static final int PART_HEX = 8;
  private static final byte[] MISSING = {0};

  private final LayerView view;
  private final MessageDigest row = sha256();
  private final CRC32C part = new CRC32C();
  private final WKBWriter wkb = new WKBWriter(2, true);

  private RowPrints(LayerView view) {
    this.view = view;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** Writes the prints of all rows of a view. */
  static void write(LayerView view, OutputStream out) throws IOException {
    try (BufferedWriter lines =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8))) {
      new RowPrints(view).write(lines);
    }
  }

  private void write(BufferedWriter lines) throws IOException {
    List<String> names = new ArrayList<>(List.of(GEOMETRY));
    view.definition().fields().stream().map(Field::name).forEach(names::add);
    lines.write(String.join("\t", names));
    lines.write('\n');
    RowCursor cursor = view.rows(LayerQuery.ALL);
    while (cursor.next()) {
      String parts = parts(cursor, names.size() - 1);
      String whole = HexFormat.of().formatHex(row.digest(), 0, ROW_HEX / 2);
      lines.write(cursor.code() + "\t" + whole + "\t" + parts + "\n");
    }
  }

  private String parts(RowCursor cursor, int fields) {
    StringBuilder parts = new StringBuilder();
    parts.append(
        print(cursor.block().geometries().geometry(cursor.row()).map(wkb::write).orElse(MISSING)));
    for (int i = 0; i < fields; i++) {
      Object value = cursor.value(i);
      parts.append(
          print(value == null ? MISSING : value.toString().getBytes(StandardCharsets.UTF_8)));
    }
    return parts.toString();
  }

  /** The bytes of one part go into the row's print with their number, so that none can shift. */
  private String print(byte[] bytes) {
    row.update(
        new byte[] {
          (byte) (bytes.length >> 24),
          (byte) (bytes.length >> 16),
          (byte) (bytes.length >> 8),
          (byte) bytes.length
        });
    row.update(bytes);
    part.reset();
    part.update(bytes);
    return HexFormat.of().toHexDigits((int) part.getValue());
  }

  /** The prints of a release, a row at a time. */
  static final class Reader implements AutoCloseable {
    private final BufferedReader lines;
    private final List<String> names;
    private String[] current;

    Reader(Path file) throws IOException {
      this.lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
      this.names = List.of(lines.readLine().split("\t"));
      next();
    }

    void next() throws IOException {
      String line = lines.readLine();
      current = line == null ? null : line.split("\t");
    }

    boolean hasRow() {
      return current != null;
    }

    List<String> names() {
      return names;
    }

    String code() {
      return current[0];
    }

    /** In the order in which rows are written: that of the codes' bytes. */
    int compareCode(Reader other) {
      return Arrays.compareUnsigned(
          code().getBytes(StandardCharsets.UTF_8), other.code().getBytes(StandardCharsets.UTF_8));
    }

    boolean isSameRow(Reader other) {
      return names.equals(other.names) && current[1].equals(other.current[1]);
    }

    /** The print of a part; empty when there is no such field. */
    String part(String name) {
      int index = names.indexOf(name);
      return index < 0 ? "" : current[2].substring(PART_HEX * index, PART_HEX * (index + 1));
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
