package org.linli.geo;

import static org.linli.geo.AxisOrder.LAT_LON;
import static org.linli.geo.AxisOrder.LON_LAT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Guesses which metres numbers are that are too large for degrees: Gauss–Krüger with the zone
 * before the easting, Gauss–Krüger or UTM without it, or Web Mercator. The candidates come from the
 * medians and stay if nearly all positions fall where such a system is used.
 */
final class MetreGuess {

  private static final double NEARLY_ALL = 0.9;
  private static final double NEAR_DEGREES = 1;

  private static final double MOST_NORTHING = 10_000_000;

  private static final double ZONE = 1_000_000;
  private static final double LEAST_EASTING = 100_000;
  private static final double MOST_EASTING = 900_000;
  private static final double WEB_MERCATOR_EDGE = 20_048_966.2;

  private final CoordinateSample sample;
  private final Optional<Bounds> known;
  private final List<String> columns;

  MetreGuess(CoordinateSample sample, Optional<Bounds> known, List<String> columns) {
    this.sample = sample;
    this.known = known;
    this.columns = columns;
  }

  Verdict verdict() {
    if (OffsetNames.find(columns).filter(hint -> hint.crs().equals(Crs.BD09)).isPresent()) {
      return suspect(List.of(), baiduMetres());
    }
    List<Crs> candidates = candidates();
    if (!candidates.isEmpty()) {
      return suspect(candidates, named(candidates));
    }
    return suspect(List.of(), isWithoutZone() ? withoutZone() : unknown());
  }

  private static Verdict suspect(List<Crs> candidates, Finding why) {
    return Verdict.Suspect.of(candidates, why);
  }

  private List<Crs> candidates() {
    List<Crs> all = new ArrayList<>(zones(LON_LAT));
    all.addAll(zones(LAT_LON));
    if (known.isPresent() || !isWithoutZone()) {
      webMercator().ifPresent(crs -> all.add(isEastOfChina() ? all.size() : 0, crs));
    }
    List<Crs> near = all.stream().filter(this::isNearKnown).toList();
    return near.isEmpty() ? all : near;
  }

  /** Web Mercator's eastings of China look like zones 13 to 15, which are seldom met. */
  private boolean isEastOfChina() {
    return sample.medianX() > 16 * ZONE;
  }

  private List<Crs> zones(AxisOrder order) {
    double easting = order == LON_LAT ? sample.medianX() : sample.medianY();
    double northing = order == LON_LAT ? sample.medianY() : sample.medianX();
    if (!isNorthing(northing)) {
      return List.of();
    }
    int zone = (int) Math.floor(easting / ZONE);
    List<ZoneCode> codes =
        zone > 0 && isEasting(easting - zone * ZONE)
            ? ZoneCode.ofPrefix(zone)
            : isEasting(easting) ? codesNearKnown() : List.of();
    return codes.stream()
        .filter(code -> sample.share(code.crs(order), code::isInside) >= NEARLY_ALL)
        .map(code -> code.crs(order))
        .toList();
  }

  private List<ZoneCode> codesNearKnown() {
    return known
        .map(bounds -> ZoneCode.ofLongitude((bounds.minX() + bounds.maxX()) / 2))
        .orElse(List.of())
        .stream()
        .filter(code -> isNearKnown(code.crs(LON_LAT)) || isNearKnown(code.crs(LAT_LON)))
        .toList();
  }

  private boolean isNearKnown(Crs crs) {
    return known
        .map(bounds -> bounds.expandedBy(NEAR_DEGREES))
        .filter(near -> sample.share(crs, near::contains) >= NEARLY_ALL)
        .isPresent();
  }

  private Optional<Crs> webMercator() {
    double share =
        sample.share(
            (x, y) -> Math.abs(x) <= WEB_MERCATOR_EDGE && Math.abs(y) <= WEB_MERCATOR_EDGE);
    boolean large = Math.abs(sample.medianX()) > 1_000 && Math.abs(sample.medianY()) > 1_000;
    return share >= NEARLY_ALL && large
        ? Optional.of(Crs.ofEpsg(BuiltInCrs.WEB_MERCATOR))
        : Optional.empty();
  }

  private boolean isWithoutZone() {
    return isEasting(sample.medianX()) && isNorthing(sample.medianY())
        || isEasting(sample.medianY()) && isNorthing(sample.medianX());
  }

  private static boolean isEasting(double metres) {
    return metres >= LEAST_EASTING && metres <= MOST_EASTING;
  }

  private static boolean isNorthing(double metres) {
    return metres >= 0 && metres <= MOST_NORTHING;
  }

  private Finding named(List<Crs> candidates) {
    String names =
        candidates.stream()
            .map(crs -> crs + " (" + crs.name() + ")")
            .collect(Collectors.joining(" or "));
    return of(
        candidates.size() == 1 ? "metres" : "metres_ambiguous",
        "({x}, {y}) is no longitude and latitude; it reads as metres of {names}.",
        "names",
        names);
  }

  private Finding withoutZone() {
    boolean eastFirst = isEasting(sample.medianX());
    String suffix = eastFirst ? "" : Crs.LAT_LON_SUFFIX;
    return of(
            "metres_without_zone",
            "({x}, {y}) reads as metres of a zone that the numbers do not name: CGCS2000 has"
                + " EPSG:4534{suffix} for the central meridian 75° E to EPSG:4554{suffix} for 135°"
                + " E, one for each 3°; UTM has EPSG:32601{suffix} to EPSG:32660{suffix}; EPSG:3857"
                + " is Web Mercator.",
            "suffix",
            suffix)
        .withCure(CoordinateGuard.OPTION + " EPSG:4534" + suffix + " … EPSG:4554" + suffix);
  }

  private Finding baiduMetres() {
    return of(
            "baidu_metres",
            "({x}, {y}) reads as Baidu's own metres, which no published formula converts.")
        .withCure("Export BD-09 longitudes and latitudes and pass --from-crs BD-09.");
  }

  private Finding unknown() {
    return of(
            "not_degrees",
            "({x}, {y}) is out of range: longitude runs to 180 and latitude to 90 degrees, and no"
                + " system in metres is known by such numbers.")
        .withCure("Name the file's system, for example " + CoordinateGuard.OPTION + " EPSG:4549.");
  }

  private Finding of(String key, String template, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("x", sample.x(0), "y", sample.y(0)));
    arguments.addAll(List.of(more));
    return Finding.of(key, template, arguments.toArray());
  }
}
