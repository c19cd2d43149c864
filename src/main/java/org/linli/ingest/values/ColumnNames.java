package org.linli.ingest.values;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Column names as people write them: case, width, spaces and a unit in brackets say nothing. */
public final class ColumnNames {
  private static final Pattern BRACKETS = Pattern.compile("[(（\\[【].*[)）\\]】]$");
  private static final Pattern FILLERS = Pattern.compile("[\\s_\\-.·:：*]+");

  /** Best first. */
  private static final List<String> KEYS =
      List.of(
          "code",
          "id",
          "编码",
          "编号",
          "代码",
          "uuid",
          "guid",
          "globalid",
          "fid",
          "gid",
          "objectid",
          "osmid",
          "uniquekey",
          "key",
          "pk");

  private static final Set<String> KEY_SET = Set.copyOf(KEYS);
  private static final Set<String> CODES = Set.of("code", "编码", "编号", "代码");

  private ColumnNames() {}

  /** The name without what does not tell names apart. */
  public static String plain(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    String bare = BRACKETS.matcher(folded).replaceFirst("");
    return FILLERS.matcher(bare.isBlank() ? folded : bare).replaceAll("");
  }

  /** Whether a column of this name may hold the rows' keys. */
  public static boolean isKeyName(String name) {
    return KEY_SET.contains(plain(name));
  }

  /** Whether a column of this name is meant to hold the rows' keys, and nothing else. */
  public static boolean isCodeName(String name) {
    return CODES.contains(plain(name));
  }

  /** Where among the names of keys a name stands, best first. */
  public static int keyRank(String name) {
    return KEYS.indexOf(plain(name));
  }
}
