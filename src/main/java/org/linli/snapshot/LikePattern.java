package org.linli.snapshot;

/**
 * A pattern of LIKE: {@code %} is any run of characters, {@code _} one character, a backslash makes
 * the next character mean itself. It takes at most as many steps as text and pattern have
 * characters multiplied, whatever they are.
 */
final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] pattern;

  LikePattern(String text) {
    int[] source = text.codePoints().toArray();
    int[] parts = new int[source.length];
    int count = 0;
    for (int i = 0; i < source.length; i++) {
      boolean escapes = source[i] == '\\' && i + 1 < source.length;
      int part = escapes ? source[++i] : part(source[i]);
      boolean runAgain = part == ANY_RUN && count > 0 && parts[count - 1] == ANY_RUN;
      if (!runAgain) {
        parts[count++] = part;
      }
    }
    this.pattern = java.util.Arrays.copyOf(parts, count);
  }

  private static int part(int codePoint) {
    return codePoint == '%' ? ANY_RUN : codePoint == '_' ? ANY_ONE : codePoint;
  }

  /** What every text that matches begins with, as UTF-8. */
  byte[] beginning() {
    int length = 0;
    while (length < pattern.length && pattern[length] >= 0) {
      length++;
    }
    return PackedText.utf8(new String(pattern, 0, length));
  }

  boolean matches(String text) {
    return steps(text) > 0;
  }

  /**
   * How many steps it took to find that it matches; negative, to find that it does not.
   *
   * <p>Only the last run that was met is ever made longer: whatever an earlier one could take, the
   * last can.
   */
  int steps(String text) {
    int at = 0;
    int part = 0;
    int lastRun = -1;
    int afterLastRun = 0;
    int steps = 1;
    while (at < text.length()) {
      steps++;
      int codePoint = text.codePointAt(at);
      if (part < pattern.length && (pattern[part] == codePoint || pattern[part] == ANY_ONE)) {
        part++;
        at += Character.charCount(codePoint);
      } else if (part < pattern.length && pattern[part] == ANY_RUN) {
        lastRun = part++;
        afterLastRun = at;
      } else if (lastRun >= 0) {
        part = lastRun + 1;
        afterLastRun += Character.charCount(text.codePointAt(afterLastRun));
        at = afterLastRun;
      } else {
        return -steps;
      }
    }
    while (part < pattern.length && pattern[part] == ANY_RUN) {
      part++;
    }
    return part == pattern.length ? steps : -steps;
  }
}
