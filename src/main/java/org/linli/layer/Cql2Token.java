package org.linli.layer;

import java.util.Locale;

/**
 * A word of a filter in text.
 *
 * @param text a name without its quotes, a text literal's value, a number as written, or a symbol
 * @param position of its first character, from 0
 */
record Cql2Token(Kind kind, String text, int position) {
  enum Kind {
    NAME,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Whether it is a word of the language; those are the same in capitals and small letters. */
  boolean isWord(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** As a message shows it. */
  String shown() {
    return kind == Kind.END ? "…" : text;
  }
}
