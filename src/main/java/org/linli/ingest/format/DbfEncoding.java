package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.source.SourceException;

/**
 * Finds the text encoding of a shapefile's attributes: what the person says, else what the {@code
 * .cpg} says, else the language driver of the table where it names an encoding that its writer must
 * have chosen, else what the bytes look like, which is reported.
 */
final class DbfEncoding {
  private static final int LONGEST_CPG = 64;

  /** Language drivers that nobody has by default. */
  private static final Map<Integer, String> CHOSEN =
      Map.ofEntries(
          Map.entry(0x13, "windows-31j"),
          Map.entry(0x7B, "windows-31j"),
          Map.entry(0x4D, "GB18030"),
          Map.entry(0x7A, "GB18030"),
          Map.entry(0x4E, "x-windows-949"),
          Map.entry(0x79, "x-windows-949"),
          Map.entry(0x4F, "Big5"),
          Map.entry(0x78, "Big5"),
          Map.entry(0x50, "x-windows-874"),
          Map.entry(0x7C, "x-windows-874"),
          Map.entry(0x26, "IBM866"),
          Map.entry(0x65, "IBM866"),
          Map.entry(0xC8, "windows-1250"),
          Map.entry(0xC9, "windows-1251"),
          Map.entry(0xCA, "windows-1254"),
          Map.entry(0xCB, "windows-1253"),
          Map.entry(0xCC, "windows-1257"));

  private DbfEncoding() {}

  /**
   * @throws SourceException if a name is unknown, or nothing tells the encoding for certain
   */
  static TextEncoding of(DbfTable table, Optional<Path> cpg, Optional<String> given)
      throws IOException {
    Optional<String> named = given.isPresent() ? given : content(cpg);
    if (named.isPresent()) {
      return said(TextEncoding.named(named.get()));
    }
    String chosen = CHOSEN.get(table.languageDriver());
    return chosen != null ? said(Charset.forName(chosen)) : byLook(table);
  }

  private static TextEncoding said(Charset charset) {
    return new TextEncoding(charset, false, 0);
  }

  private static Optional<String> content(Optional<Path> cpg) throws IOException {
    if (cpg.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(cpg.get())) {
      String text = new String(in.readNBytes(LONGEST_CPG), StandardCharsets.UTF_8);
      return Optional.of(text.replace("\uFEFF", "").strip()).filter(name -> !name.isEmpty());
    }
  }

  private static TextEncoding byLook(DbfTable table) {
    EncodingEvidence evidence = evidence(table, false);
    if (!evidence.isTelling()) {
      evidence = evidence(table, true);
    }
    return evidence.isUtf8()
        ? said(StandardCharsets.UTF_8)
        : new TextEncoding(evidence.best(), true, 0);
  }

  /**
   * @param full whether to look at texts that fill their column too: their last character may be
   *     cut
   */
  private static EncodingEvidence evidence(DbfTable table, boolean full) {
    EncodingEvidence evidence = new EncodingEvidence();
    List<DbfColumn> columns = table.columns();
    columns.forEach(column -> evidence.add(column.name().getBytes(StandardCharsets.ISO_8859_1)));
    table.read(
        (index, row, deleted) -> {
          for (DbfColumn column : columns) {
            int end = column.end(row);
            if (column.isText() && (full || end < column.offset() + column.length())) {
              evidence.add(Arrays.copyOfRange(row, column.offset(), end));
            }
          }
          return true;
        });
    return evidence;
  }
}
