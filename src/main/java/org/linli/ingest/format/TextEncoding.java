package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The encoding of a text file and how it is known: by what the person says, by a byte-order mark,
 * because the whole of it is UTF-8, or found by its look, which is reported.
 */
record TextEncoding(Charset charset, boolean found, int skippedBytes) {

  /**
   * @param given the encoding that the person says it is
   * @throws SourceException if no encoding of that name exists, or none is given and several could
   *     be meant
   */
  static TextEncoding of(Path file, Optional<String> given) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      TextEncoding marked = byMark(start);
      if (given.isPresent()) {
        return new TextEncoding(
            named(given.get()), false, marked == null ? 0 : marked.skippedBytes);
      }
      return marked != null ? marked : byContent(file);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  /**
   * @throws SourceException if there is none of that name
   */
  static Charset named(String name) {
    String plain = name.strip();
    // A shapefile's .cpg may hold a Windows code page by its bare number.
    String known = plain.matches("\\d{3,5}") ? codePage(plain) : plain;
    try {
      Charset charset = Charset.forName(known);
      // GB18030 holds all of GBK and of GB2312, and files that say the one often hold the other.
      return charset.name().equals("GBK") || charset.name().equals("GB2312")
          ? Charset.forName("GB18030")
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.NO_SUCH_ENCODING, plain), unknown);
    }
  }

  private static String codePage(String number) {
    return switch (number) {
      case "936" -> "GB18030";
      case "950" -> "Big5";
      case "932" -> "windows-31j";
      case "949" -> "x-windows-949";
      case "65001" -> "UTF-8";
      case "54936" -> "GB18030";
      case "28591", "88591" -> "ISO-8859-1";
      case "437", "850", "852", "866", "874" ->
          number.equals("874") ? "x-windows-874" : "IBM" + number;
      default -> "windows-" + number;
    };
  }

  private static TextEncoding byMark(byte[] start) {
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, false, 3);
    }
    if (begins(start, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, false, 2);
    }
    return begins(start, 0xFE, 0xFF) ? new TextEncoding(StandardCharsets.UTF_16BE, false, 2) : null;
  }

  private static boolean begins(byte[] start, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static TextEncoding byContent(Path file) throws IOException {
    EncodingEvidence evidence = EncodingEvidence.of(file);
    if (evidence.isUtf8()) {
      return new TextEncoding(StandardCharsets.UTF_8, false, 0);
    }
    return new TextEncoding(evidence.best(), true, 0);
  }

  /** The name as people know it. */
  String label() {
    return charset.name();
  }
}
