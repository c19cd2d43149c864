package org.linli.geo;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of the names that {@link Crs} reads. */
final class CrsNames {

  private static final Pattern SUFFIX = Pattern.compile("(.*)[:;]latlon", Pattern.DOTALL);
  private static final Pattern PLAIN = Pattern.compile("(?:(EPSG|OGC):)?([A-Z0-9-]{1,9})");
  private static final Pattern CURIE = Pattern.compile("\\[(EPSG|OGC):([A-Z0-9-]{1,9})]");
  private static final Pattern URI =
      Pattern.compile(
          "HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/(EPSG|OGC)/[0-9.]{1,9}/([A-Z0-9-]{1,9})");
  private static final Pattern URN =
      Pattern.compile("URN:(?:X-)?OGC:DEF:CRS:(EPSG|OGC):[0-9.]{0,9}:([A-Z0-9-]{1,9})");
  private static final Pattern WKT = Pattern.compile("[A-Z_]+\\s*[\\[(].*", Pattern.DOTALL);

  /** Codes that software gave Web Mercator before EPSG did. */
  private static final Map<Integer, Integer> OLD_CODES =
      Map.of(
          900913, BuiltInCrs.WEB_MERCATOR,
          102100, BuiltInCrs.WEB_MERCATOR,
          102113, BuiltInCrs.WEB_MERCATOR,
          3785, BuiltInCrs.WEB_MERCATOR);

  private static final Map<String, Supplier<Crs>> WITHOUT_EPSG =
      Map.of(
          "CRS84", () -> Crs.WGS84,
          "GCJ-02", () -> Crs.GCJ02,
          "GCJ02", () -> Crs.GCJ02,
          "BD-09", () -> Crs.BD09,
          "BD09", () -> Crs.BD09);

  private CrsNames() {}

  static Crs parse(String name) {
    Matcher suffixed = SUFFIX.matcher(name.strip());
    return suffixed.matches()
        ? ordered(suffixed.group(1)).withAxisOrder(AxisOrder.LAT_LON)
        : ordered(name.strip());
  }

  private static Crs ordered(String text) {
    String capitals = text.toUpperCase(Locale.ROOT);
    if (PLAIN.matcher(capitals).matches()) {
      return find(capitals, PLAIN).inFileOrder();
    }
    for (Pattern standard : new Pattern[] {URI, URN, CURIE}) {
      if (standard.matcher(capitals).matches()) {
        return inStandardOrder(find(capitals, standard), capitals);
      }
    }
    if (WKT.matcher(capitals).matches()) {
      return fromWkt(text);
    }
    throw notUnderstood(text);
  }

  private static Crs inStandardOrder(Crs crs, String capitals) {
    return capitals.contains("CRS84") ? crs : crs.inAuthorityOrder();
  }

  private static Crs find(String capitals, Pattern grammar) {
    Matcher parts = grammar.matcher(capitals);
    if (!parts.matches()) {
      throw notUnderstood(capitals);
    }
    String code = parts.group(2);
    if ("EPSG".equals(parts.group(1)) && code.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(code);
      return Crs.ofEpsg(OLD_CODES.getOrDefault(number, number));
    }
    return WITHOUT_EPSG
        .getOrDefault(
            code,
            () -> {
              throw notUnderstood(capitals);
            })
        .get();
  }

  static Crs fromWkt(String wkt) {
    WktNode root = horizontal(WktParser.parse(wkt));
    WktMatch match = new WktMatch(root);
    OptionalInt claimed = match.claimedCode();
    if (claimed.isPresent()) {
      return parse("EPSG:" + claimed.getAsInt());
    }
    OptionalInt matched = match.matchedCode();
    return matched.isPresent() ? Crs.ofEpsg(matched.getAsInt()) : withoutCode(wkt, root, match);
  }

  private static Crs withoutCode(String wkt, WktNode root, WktMatch match) {
    String oneLine = wkt.strip().replaceAll("\\s+", " ");
    return match
        .ownProjection()
        .map(own -> new CrsDefinition(root.name(), false, AxisOrder.LON_LAT, own))
        .map(definition -> Crs.ofDefinition(oneLine, definition))
        .orElseGet(() -> WktDefinition.read(oneLine, root.name()));
  }

  /** Of a compound system, the part on the ground. */
  private static WktNode horizontal(WktNode root) {
    return root.keyword().equals("COMPD_CS")
        ? root.find("PROJCS").or(() -> root.find("GEOGCS")).orElse(root)
        : root;
  }

  private static UnknownCrsException notUnderstood(String name) {
    String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
    return new UnknownCrsException(
        "\""
            + shown
            + "\" names no coordinate reference system; write its EPSG code, for example EPSG:4326,"
            + " EPSG:4490 or EPSG:4549, or GCJ-02 or BD-09.");
  }
}
