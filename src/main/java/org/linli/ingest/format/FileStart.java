package org.linli.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The first bytes of a file, and what they say it is. */
final class FileStart {
  /** What a file may begin like. */
  enum Format {
    JSON,
    TEXT,
    XML,
    ZIP,
    SQLITE,
    FLATGEOBUF,
    OSM_PBF,
    SHAPE,
    UNKNOWN
  }

  /** Beginnings of formats that would pass for text. */
  private static final List<String> FOREIGN = List.of("%PDF", "Rar!", "{\\rtf", "II*", "MM\0*");

  private final byte[] bytes;
  private final boolean wide;

  /**
   * @param saidWide whether the person says that it is text of two bytes a character
   */
  FileStart(byte[] bytes, boolean saidWide) {
    this.bytes = bytes;
    this.wide = saidWide || begins("\u00ff\u00fe") || begins("\u00fe\u00ff");
  }

  boolean isEmpty() {
    return bare(latin(0, bytes.length)).isEmpty();
  }

  /** Without byte-order marks, the record separator of RFC 8142, and blanks at the beginning. */
  private static String bare(String text) {
    return text.replaceFirst("^[\u00ef\u00bb\u00bf\u00fe\u00ff\u001e\\s]+", "");
  }

  Format format() {
    if (begins("SQLite format 3\0")) {
      return Format.SQLITE;
    }
    if (begins("fgb")) {
      return Format.FLATGEOBUF;
    }
    if (begins("PK\3\4") || begins("PK\5\6")) {
      return Format.ZIP;
    }
    if (begins("\0\0\47\12")) {
      return Format.SHAPE;
    }
    if (latin(4, 18).contains("OSMHeader")) {
      return Format.OSM_PBF;
    }
    return FOREIGN.stream().anyMatch(this::begins) ? Format.UNKNOWN : text();
  }

  private Format text() {
    String text = latin(0, bytes.length).replace("\0", wide ? "" : "\0");
    if (text.indexOf('\0') >= 0) {
      return Format.UNKNOWN;
    }
    String bare = bare(text);
    if (bare.startsWith("{") || bare.startsWith("[")) {
      return Format.JSON;
    }
    return bare.startsWith("<") ? Format.XML : Format.TEXT;
  }

  private boolean begins(String start) {
    return latin(0, start.length()).equals(start);
  }

  private String latin(int from, int to) {
    int end = Math.min(to, bytes.length);
    return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
