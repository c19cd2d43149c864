package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The encoding of a text file and how it is known: by what the person says, by a byte-order mark,
 * because the whole of it is UTF-8, or found by its look, which is reported.
 */
record TextEncoding(Charset charset, boolean found, int skippedBytes) {
  private static final Pattern CODE_PAGE =
      Pattern.compile("(?i)(?:(?:ansi|oem|cp|ms)[ _-]?)?(\\d{3,5})");

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
        return given(named(given.get()), marked);
      }
      return marked != null ? marked : byContent(file);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  /** The order of bytes is known by the mark alone. */
  private static TextEncoding given(Charset named, TextEncoding marked) {
    boolean open = named.equals(StandardCharsets.UTF_16) && marked != null;
    return open ? marked : new TextEncoding(named, false, marked == null ? 0 : marked.skippedBytes);
  }

  /** Whether text in an encoding of that name has zero bytes in it. */
  static boolean isWide(String name) {
    return folded(name).startsWith("utf16") || folded(name).startsWith("utf32");
  }

  /**
   * @throws SourceException if there is none of that name
   */
  static Charset named(String name) {
    String plain = name.strip();
    // A shapefile's .cpg may hold a Windows code page by its bare number, or with what it is.
    Matcher page = CODE_PAGE.matcher(plain);
    String known = page.matches() ? codePage(page.group(1)) : plain;
    try {
      Charset charset = Charset.isSupported(known) ? Charset.forName(known) : similar(known);
      // GB18030 holds all of GBK and of GB2312, and files that say the one often hold the other.
      return charset.name().matches("GBK|GB2312|x-mswin-936")
          ? Charset.forName("GB18030")
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.NO_SUCH_ENCODING, plain), unknown);
    }
  }

  /** Finds a name that is written with other dashes, blanks or letters. */
  private static Charset similar(String name) {
    String wanted = folded(name);
    return Charset.availableCharsets().values().stream()
        .filter(
            charset ->
                Stream.concat(Stream.of(charset.name()), charset.aliases().stream())
                    .anyMatch(alias -> folded(alias).equals(wanted)))
        .findFirst()
        .orElseThrow(() -> new UnsupportedCharsetException(name));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
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
