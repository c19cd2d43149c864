package org.linli.geo;

import java.util.List;
import java.util.Optional;

/**
 * Decides which coordinate reference system a file's numbers are in. What the user names wins, then
 * what the file names, unless the numbers cannot be in it. A guess is reported with the option that
 * accepts it, and never applied in silence.
 */
public final class CoordinateGuard {

  /** The option by which a user names the system, on the command line. */
  static final String OPTION = "--from-crs";

  /** A system is out of the question if fewer positions than this can be in it. */
  private static final double HALF = 0.5;

  private static final double NEARLY_ALL = 0.9;

  private static final double ALL_BUT_A_FEW = 0.98;

  /** As near to the community as this, in degrees, a swapped axis is no coincidence. */
  private static final double NEAR_DEGREES = 1;

  /** Longitudes of China, read as latitudes, and its latitudes, read as longitudes: the Arctic. */
  private static final Bounds CHINA_SWAPPED = new Bounds(18, 73.5, 54, 90);

  private static final Bounds DEGREES = Bounds.WORLD;
  private static final Bounds DEGREES_SWAPPED = new Bounds(-90, -180, 90, 180);

  /** An offset of half a kilometre shows against the community's extent only in a fair number. */
  private static final int ENOUGH_FOR_AN_OFFSET = 20;

  private static final double EDGE_DEGREES = 0.0005;

  private final CoordinateEvidence evidence;
  private final CoordinateSample sample;

  private CoordinateGuard(CoordinateEvidence evidence) {
    this.evidence = evidence;
    this.sample = evidence.sample();
  }

  /** Judges the evidence. A system that the file names is taken in file order, longitude first. */
  public static Verdict judge(CoordinateEvidence evidence) {
    return new CoordinateGuard(evidence).verdict();
  }

  private Verdict verdict() {
    if (evidence.given().isPresent()) {
      Crs given = evidence.given().get();
      return contradiction("given_crs_impossible", given, "was given").orElse(accepted(given));
    }
    if (evidence.declared().isPresent()) {
      Crs declared = evidence.declared().get().inFileOrder();
      return contradiction("declared_crs_impossible", declared, "is what the file says")
          .or(() -> declared.isGeographic() ? doubtOfDegrees() : Optional.empty())
          .orElse(accepted(declared));
    }
    return guess();
  }

  private static Verdict accepted(Crs crs) {
    return new Verdict.Declared(
        crs, crs.caution().map(text -> Finding.of("crs_caution", text, "crs", crs)));
  }

  /** A suspicion if the numbers cannot be in the system that they are said to be in. */
  private Optional<Verdict> contradiction(String key, Crs crs, String source) {
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    if (isSwappedIn(crs)) {
      return Optional.of(swappedIn(crs));
    }
    return isPossible(crs) ? Optional.empty() : Optional.of(impossible(key, crs, source));
  }

  private Verdict impossible(String key, Crs crs, String source) {
    Finding why =
        Finding.of(
            key,
            "{crs} {source}, but ({x}, {y}) cannot be in it.",
            "crs",
            crs,
            "source",
            source,
            "x",
            sample.x(0),
            "y",
            sample.y(0));
    return new CoordinateGuard(withoutNames()).guess() instanceof Verdict.Suspect suspect
        ? new Verdict.Suspect(suspect.candidates(), why.explainedBy(suspect.why()))
        : Verdict.Suspect.of(Crs.WGS84, why);
  }

  /** Surveyors write the northing first, and a zone takes it for an easting far outside itself. */
  private boolean isSwappedIn(Crs crs) {
    return ZoneCode.find(crs)
        .filter(zone -> sample.share(crs, zone::isAnywhereNear) < HALF)
        .filter(zone -> sample.share(otherOrder(crs), zone::isInside) >= NEARLY_ALL)
        .isPresent();
  }

  private static Crs otherOrder(Crs crs) {
    return crs.withAxisOrder(
        crs.axisOrder() == AxisOrder.LON_LAT ? AxisOrder.LAT_LON : AxisOrder.LON_LAT);
  }

  private Verdict swappedIn(Crs crs) {
    return Verdict.Suspect.of(
        otherOrder(crs),
        Finding.of(
            "axes_swapped",
            "({x}, {y}) lies far outside {crs}, and inside it with the two numbers exchanged.",
            "x",
            sample.x(0),
            "y",
            sample.y(0),
            "crs",
            crs));
  }

  private CoordinateEvidence withoutNames() {
    return new CoordinateEvidence(
        sample, Optional.empty(), Optional.empty(), evidence.known(), evidence.columns());
  }

  private boolean isPossible(Crs crs) {
    boolean degreesAsMetres =
        !crs.isGeographic() && sample.share((x, y) -> isDegrees(x, y)) > NEARLY_ALL;
    return !degreesAsMetres && sample.share(crs, DEGREES::contains) >= HALF;
  }

  private static boolean isDegrees(double x, double y) {
    return DEGREES.contains(x, y) || DEGREES_SWAPPED.contains(x, y);
  }

  private Verdict guess() {
    if (sample.isEmpty()) {
      return assumed("no_coordinates", "No coordinate to judge by; WGS 84 is assumed.");
    }
    double plain = sample.share(DEGREES::contains);
    double swapped = sample.share(DEGREES_SWAPPED::contains);
    if (plain >= HALF && plain >= swapped) {
      return doubtOfDegrees()
          .orElseGet(
              () ->
                  assumed(
                      "assumed_wgs84",
                      "The numbers are in the range of longitude and latitude and the file names"
                          + " no system; WGS 84 is assumed."));
    }
    return swapped >= HALF
        ? swapped()
        : new MetreGuess(sample, evidence.known(), evidence.columns()).verdict();
  }

  private static Verdict assumed(String key, String why) {
    return new Verdict.Assumed(Crs.WGS84, Finding.of(key, why));
  }

  /** A suspicion about numbers that are in the range of longitude and latitude. */
  private Optional<Verdict> doubtOfDegrees() {
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    return offsetByName()
        .or(() -> looksSwapped() ? Optional.of(swapped()) : Optional.empty())
        .or(this::offsetByExtent);
  }

  private boolean looksSwapped() {
    return sample.share(CHINA_SWAPPED::contains) >= NEARLY_ALL
        || evidence.known().map(bounds -> bounds.expandedBy(NEAR_DEGREES)).stream()
            .anyMatch(
                near ->
                    sample.share(near::contains) <= 1 - NEARLY_ALL
                        && sample.share((x, y) -> near.contains(y, x)) >= NEARLY_ALL);
  }

  private Verdict swapped() {
    return Verdict.Suspect.of(
        Crs.WGS84.withAxisOrder(AxisOrder.LAT_LON),
        Finding.of(
            "axes_swapped",
            "({x}, {y}) reads as latitude before longitude; pass --from-crs EPSG:4326 if it is"
                + " longitude before latitude.",
            "x",
            sample.x(0),
            "y",
            sample.y(0)));
  }

  private Optional<Verdict> offsetByName() {
    boolean inChina = sample.share(Gcj02::applies) >= HALF;
    return OffsetNames.find(evidence.columns())
        .filter(hint -> inChina)
        .map(
            hint ->
                Verdict.Suspect.of(
                    hint.crs(),
                    Finding.of(
                        "offset_by_name",
                        "The column {column} says that its positions are {crs}, which lie some"
                            + " 500 m from WGS 84; pass --from-crs EPSG:4326 if they are not.",
                        "column",
                        hint.column(),
                        "crs",
                        hint.crs())));
  }

  /**
   * The community's extent tells an offset only if it is what brings the positions inside. Where
   * most lie inside as they are, because the community is wider than the offset, it has to bring in
   * the others and lose none: data that honestly reaches beyond does so on more than one side.
   */
  private Optional<Verdict> offsetByExtent() {
    if (evidence.known().isEmpty() || sample.size() < ENOUGH_FOR_AN_OFFSET) {
      return Optional.empty();
    }
    Bounds known = evidence.known().get().expandedBy(EDGE_DEGREES);
    double inside = sample.share(known::contains);
    double wanted = inside > HALF ? ALL_BUT_A_FEW : NEARLY_ALL;
    return inside >= NEARLY_ALL
        ? Optional.empty()
        : List.of(Crs.GCJ02, Crs.BD09).stream()
            .filter(crs -> sample.share(crs, known::contains) >= wanted)
            .findFirst()
            .map(this::offset);
  }

  private Verdict offset(Crs crs) {
    return Verdict.Suspect.of(
        crs,
        Finding.of(
            "offset_by_extent",
            "The positions lie beside the layers that are there already, and among them if they are"
                + " {crs}; pass --from-crs EPSG:4326 if they are right as they are.",
            "crs",
            crs));
  }
}
