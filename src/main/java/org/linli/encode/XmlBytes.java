package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** XML 1.0 in UTF-8 on its way to a stream; the caller writes the tags. Used by one thread. */
public final class XmlBytes extends TextBytes<XmlBytes> {
  private static final byte[] AMPERSAND = ascii("&amp;");
  private static final byte[] LESS = ascii("&lt;");
  private static final byte[] GREATER = ascii("&gt;");
  private static final byte[] QUOTE = ascii("&quot;");
  private static final byte[] RETURN = ascii("&#13;");
  private static final byte[] UNKNOWN = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  public XmlBytes(OutputStream out) {
    super(out, CAPACITY);
  }

  @Override
  protected XmlBytes self() {
    return this;
  }

  /** A text as the content of an element or of an attribute in quotes. */
  public XmlBytes text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text(utf8, 0, utf8.length);
  }

  /**
   * A text as the content of an element or of an attribute in quotes. Control characters, which XML
   * cannot hold, become replacement characters.
   */
  public XmlBytes text(byte[] utf8, int start, int length) throws IOException {
    int from = start;
    for (int i = start; i < start + length; i++) {
      byte[] escape = escape(utf8[i]);
      if (escape != null) {
        copy(utf8, from, i - from);
        raw(escape);
        from = i + 1;
      }
    }
    copy(utf8, from, start + length - from);
    return this;
  }

  /** What stands for a byte; null where it stands for itself. */
  private static byte[] escape(byte b) {
    return switch (b) {
      case '&' -> AMPERSAND;
      case '<' -> LESS;
      case '>' -> GREATER;
      case '"' -> QUOTE;
      case '\r' -> RETURN;
      case '\n', '\t' -> null;
      default -> b >= 0 && b < 0x20 ? UNKNOWN : null;
    };
  }
}
