package org.linli.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds column names that say that positions are offset: {@code gcj_lng}, {@code 百度经度}, … */
final class OffsetNames {

  private static final Pattern GCJ02 =
      Pattern.compile("gcj|(?<![a-z])(?:mars|amap)(?![a-z])|gaode|autonavi|tencent|qqmap|火星|高德|腾讯");
  private static final Pattern BD09 =
      Pattern.compile("bd[-_]?09|baidu|百度|^bd(?![a-z])|^bd_?(l|x|y)");

  /** A column and the system that its name says. */
  record Hint(String column, Crs crs) {}

  private OffsetNames() {}

  static Optional<Hint> find(List<String> columns) {
    return columns.stream().flatMap(column -> hint(column).stream()).findFirst();
  }

  private static Optional<Hint> hint(String column) {
    String name = column.strip().toLowerCase(Locale.ROOT);
    if (BD09.matcher(name).find()) {
      return Optional.of(new Hint(column, Crs.BD09));
    }
    return GCJ02.matcher(name).find() ? Optional.of(new Hint(column, Crs.GCJ02)) : Optional.empty();
  }
}
