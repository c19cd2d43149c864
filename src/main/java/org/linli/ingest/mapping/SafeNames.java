package org.linli.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Makes column names that both stores, every export and a URL can carry: letters of any script,
 * digits and underscores, at most 63 bytes, different from each other whatever the case.
 */
public final class SafeNames {
  /** What PostgreSQL allows, and GeoPackage as well. */
  private static final int MOST_BYTES = 63;

  /** Names that the stores and the formats have taken. */
  private static final Set<String> RESERVED =
      Set.of("code", "fid", "ogc_fid", "geom", "geometry", "the_geom", "revision", "rowid", "oid");

  private final Set<String> taken = new HashSet<>(RESERVED);

  /** Leaves a name to another field. */
  public void reserve(String name) {
    taken.add(name.toLowerCase(Locale.ROOT));
  }

  /** A name like the original, not given before. */
  public String safe(String original) {
    String base = shortened(cleaned(original), MOST_BYTES);
    String candidate = base;
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      String suffix = "_" + n;
      candidate = shortened(base, MOST_BYTES - suffix.length()) + suffix;
    }
    return candidate;
  }

  private static String cleaned(String original) {
    IntPredicate kept = c -> Character.isLetterOrDigit(c) || isMark(c);
    StringBuilder name = new StringBuilder();
    original
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .map(c -> kept.test(c) ? c : '_')
        .forEach(c -> appendOnce(name, c));
    if (name.isEmpty() || name.toString().equals("_")) {
      return "field";
    }
    return Character.isDigit(name.codePointAt(0)) ? "f_" + name : name.toString();
  }

  /** Tibetan and Indic vowels are marks. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static void appendOnce(StringBuilder name, int c) {
    boolean repeats = c == '_' && !name.isEmpty() && name.charAt(name.length() - 1) == '_';
    if (!repeats) {
      name.appendCodePoint(c);
    }
  }

  private static String shortened(String name, int bytes) {
    String shorter = name;
    while (shorter.getBytes(StandardCharsets.UTF_8).length > bytes) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }
}
