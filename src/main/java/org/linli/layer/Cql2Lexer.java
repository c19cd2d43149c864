package org.linli.layer;

import org.linli.layer.Cql2Fault.Expected;
import org.linli.layer.Cql2Token.Kind;

/** Cuts a filter in text into its words, one after the other. */
final class Cql2Lexer {
  /** What may begin a name (CQL2, annex B), in pairs: from, to. */
  private static final int[] NAME_STARTS = {
    ':', ':', '_', '_', 'A', 'Z', 'a', 'z', 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x37D,
    0x37F, 0x1FFE, 0x200C, 0x200D, 0x2070, 0x218F, 0x2C00, 0x2FEF, 0x3001, 0xD7FF, 0xF900, 0xFDCF,
    0xFDF0, 0xFFFD, 0x10000, 0xEFFFF
  };

  private static final int[] MORE_OF_A_NAME = {
    '.', '.', '0', '9', 0x300, 0x36F, 0x203F, 0x2040, 0xB7, 0xB7
  };

  private static final String CONTROL_LETTERS = "abtnvfr";
  private static final String CONTROLS = "\u0007\b\t\n\u000b\f\r";
  private final String source;
  private int at;

  Cql2Lexer(String source) {
    this.source = source;
  }

  String source() {
    return source;
  }

  int position() {
    return at;
  }

  /** Goes on from another place. */
  void moveTo(int position) {
    at = position;
  }

  Cql2Token next() {
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    if (at == source.length()) {
      return new Cql2Token(Kind.END, "", at);
    }
    char first = source.charAt(at);
    if (first == '\'') {
      return text();
    }
    if (first == '"') {
      return quotedName();
    }
    if (isDigit(at) || first == '.' && isDigit(at + 1)) {
      return number();
    }
    return isIn(NAME_STARTS, source.codePointAt(at)) ? name() : symbol();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isIn(int[] pairs, int codePoint) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (codePoint >= pairs[i] && codePoint <= pairs[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  private boolean has(int index, char wanted) {
    return index < source.length() && source.charAt(index) == wanted;
  }

  /**
   * A quote within is doubled, or follows a backslash; seven control characters are a backslash and
   * a letter (OGC 21-065r2, cql2-text/escaping); all else stands for itself, a backslash too, since
   * patterns need it.
   */
  private Cql2Token text() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < source.length()) {
      int control = has(at, '\\') && at + 1 < source.length() ? control(source.charAt(at + 1)) : -1;
      boolean quote = has(at, '\\') && has(at + 1, '\'') || has(at, '\'') && has(at + 1, '\'');
      if (has(at, '\'') && !quote) {
        at++;
        return new Cql2Token(Kind.TEXT, value.toString(), start);
      }
      at += quote || control >= 0 ? 1 : 0;
      value.append(control >= 0 ? CONTROLS.charAt(control) : source.charAt(at));
      at++;
    }
    throw Cql2Fault.at(start, source.substring(start), Expected.CLOSING_QUOTE);
  }

  private static int control(char letter) {
    return CONTROL_LETTERS.indexOf(letter);
  }

  /** Within double quotes any name of a field may stand; a double quote of its own is doubled. */
  private Cql2Token quotedName() {
    int start = at++;
    StringBuilder name = new StringBuilder();
    while (at < source.length()) {
      if (has(at, '"') && !has(at + 1, '"')) {
        at++;
        return new Cql2Token(Kind.QUOTED_NAME, name.toString(), start);
      }
      at += has(at, '"') ? 1 : 0;
      name.append(source.charAt(at++));
    }
    throw Cql2Fault.at(start, source.substring(start), Expected.CLOSING_QUOTE);
  }

  private Cql2Token number() {
    int start = at;
    skipDigits();
    if (has(at, '.')) {
      at++;
      skipDigits();
    }
    if (has(at, 'e') || has(at, 'E')) {
      at += has(at + 1, '+') || has(at + 1, '-') ? 2 : 1;
      if (!isDigit(at)) {
        throw Cql2Fault.at(start, source.substring(start, at), Expected.NUMBER);
      }
      skipDigits();
    }
    return new Cql2Token(Kind.NUMBER, source.substring(start, at), start);
  }

  private void skipDigits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private Cql2Token name() {
    int start = at;
    while (at < source.length() && isOfName(source.codePointAt(at))) {
      at += Character.charCount(source.codePointAt(at));
    }
    return new Cql2Token(Kind.NAME, source.substring(start, at), start);
  }

  private static boolean isOfName(int codePoint) {
    return isIn(NAME_STARTS, codePoint) || isIn(MORE_OF_A_NAME, codePoint);
  }

  private Cql2Token symbol() {
    int start = at;
    boolean two =
        has(at, '<') && (has(at + 1, '>') || has(at + 1, '=')) || has(at, '>') && has(at + 1, '=');
    at += two ? 2 : Character.charCount(source.codePointAt(at));
    return new Cql2Token(Kind.SYMBOL, source.substring(start, at), start);
  }
}
