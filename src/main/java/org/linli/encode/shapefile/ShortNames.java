package org.linli.encode.shapefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Shortens the names of fields to what a dBASE table takes: 10 bytes of UTF-8, which are three
 * Chinese characters, and no two alike. The same names always become the same.
 */
final class ShortNames {
  static final int MOST_BYTES = 10;

  private ShortNames() {}

  /** A name for each, in their order. */
  static List<String> of(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> shortened = new ArrayList<>();
    // A name that fits keeps itself, whatever others would be shortened to.
    names.stream().filter(ShortNames::fits).map(ShortNames::folded).forEach(taken::add);
    for (String name : names) {
      shortened.add(fits(name) ? name : unique(name, taken));
    }
    return shortened;
  }

  private static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String unique(String name, Set<String> taken) {
    String candidate = cut(name, MOST_BYTES);
    for (int n = 2; !taken.add(folded(candidate)); n++) {
      String suffix = "_" + n;
      candidate = cut(name, MOST_BYTES - suffix.length()) + suffix;
    }
    return candidate;
  }

  /** The beginning of a text that takes so many bytes of UTF-8, without a half character. */
  static String cut(String text, int bytes) {
    int end = 0;
    int left = bytes;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      left -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        return text.substring(0, end);
      }
      end = next;
    }
    return text;
  }
}
