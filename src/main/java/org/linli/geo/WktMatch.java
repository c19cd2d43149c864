package org.linli.geo;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the EPSG code of a WKT by its authority, or by its numbers where ESRI's names differ from
 * EPSG's and GeoTools' lookup fails: WGS 84, CGCS2000, their transverse Mercator zones, Web
 * Mercator.
 */
final class WktMatch {

  private final WktNode root;

  WktMatch(WktNode root) {
    this.root = root;
  }

  /** The code that the text itself claims for its whole system. */
  OptionalInt claimedCode() {
    return root.children().stream()
        .filter(child -> child.keyword().equals("AUTHORITY") || child.keyword().equals("ID"))
        .filter(child -> child.name().equalsIgnoreCase("EPSG"))
        .mapToInt(WktMatch::codeOf)
        .filter(code -> code > 0)
        .findFirst();
  }

  private static int codeOf(WktNode authority) {
    try {
      return authority.texts().size() > 1
          ? Integer.parseInt(authority.texts().get(1))
          : (int) authority.number(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** The code that the numbers say. */
  OptionalInt matchedCode() {
    return switch (root.keyword()) {
      case "GEOGCS" -> usesDegrees(root) ? datum(root) : OptionalInt.empty();
      case "PROJCS" -> isWebMercator() ? OptionalInt.of(BuiltInCrs.WEB_MERCATOR) : zoneCode();
      default -> OptionalInt.empty();
    };
  }

  /** The projection of a transverse Mercator on WGS 84 or CGCS2000 that is no EPSG zone. */
  Optional<CrsTransform> ownProjection() {
    return zone().map(WktZone::projection);
  }

  private OptionalInt zoneCode() {
    return zone().map(WktZone::epsg).orElse(OptionalInt.empty());
  }

  private Optional<WktZone> zone() {
    Optional<WktNode> base = root.find("GEOGCS").filter(WktMatch::usesDegrees);
    if (base.isEmpty() || !isTransverseMercator() || !usesMetres()) {
      return Optional.empty();
    }
    OptionalInt datum = datum(base.get());
    return datum.isPresent() ? Optional.of(WktZone.of(root, datum.getAsInt())) : Optional.empty();
  }

  private boolean isTransverseMercator() {
    String projection = projectionName();
    return projection.equals("transversemercator") || projection.equals("gausskruger");
  }

  private boolean isWebMercator() {
    boolean auxiliarySphere =
        projectionName().equals("mercatorauxiliarysphere")
            || projectionName().equals("popularvisualisationpseudomercator");
    boolean byExtension =
        root.find("EXTENSION")
            .filter(extension -> extension.texts().toString().contains("+nadgrids=@null"))
            .isPresent();
    return (auxiliarySphere || byExtension) && usesMetres();
  }

  private String projectionName() {
    return root.find("PROJECTION").map(WktNode::plainName).orElse("");
  }

  private boolean usesMetres() {
    return root.find("UNIT").filter(unit -> unit.number(0) == 1).isPresent();
  }

  private static boolean usesDegrees(WktNode geographic) {
    boolean degrees =
        geographic
            .find("UNIT")
            .filter(unit -> Math.abs(unit.number(0) - Math.PI / 180) < 1e-9)
            .isPresent();
    boolean greenwich =
        geographic.find("PRIMEM").filter(meridian -> meridian.number(0) != 0).isEmpty();
    return degrees && greenwich;
  }

  /** 4326 or 4490, by the datum's name and the ellipsoid's size. */
  private static OptionalInt datum(WktNode geographic) {
    Optional<WktNode> datum = geographic.find("DATUM").filter(WktMatch::hasGrs80Size);
    String name = datum.map(WktNode::plainName).orElse("");
    if (name.contains("china2000") || name.contains("cgcs2000") || isLongChinese(name)) {
      return OptionalInt.of(BuiltInCrs.CGCS2000);
    }
    return name.contains("wgs84") || name.contains("wgs1984") || isLongWgs84(name)
        ? OptionalInt.of(BuiltInCrs.WGS84)
        : OptionalInt.empty();
  }

  private static boolean isLongChinese(String datum) {
    return datum.contains("chinageodeticcoordinatesystem2000");
  }

  private static boolean isLongWgs84(String datum) {
    return datum.contains("worldgeodeticsystem1984");
  }

  /** WGS 84 and CGCS2000 share GRS 80's radius and, to a tenth of a millimetre, its flattening. */
  private static boolean hasGrs80Size(WktNode datum) {
    return datum
        .find("SPHEROID")
        .filter(spheroid -> spheroid.numbers().size() >= 2)
        .filter(spheroid -> Math.abs(spheroid.numbers().get(0) - 6_378_137) < 0.01)
        .filter(spheroid -> Math.abs(spheroid.numbers().get(1) - 298.2572) < 1e-3)
        .isPresent();
  }
}
