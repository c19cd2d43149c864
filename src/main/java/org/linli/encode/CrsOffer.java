package org.linli.encode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;
import org.linli.geo.OutsideCrsException;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;

/**
 * The systems in which files of a layer are given away: the common ones, and the zones of CGCS2000
 * (3 degrees) and of UTM that suit its place. Files have longitude or easting first, whatever the
 * name.
 */
public final class CrsOffer {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:EPSG:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG/0/|URN:OGC:DEF:CRS:EPSG::)?"
              + "([0-9]{4,5})");
  private static final Pattern CRS84 =
      Pattern.compile("(?:OGC:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/OGC/1\\.3/)?CRS84");
  private static final int LONGEST_NAME = 80;

  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  /** CGCS2000 / 3-degree Gauss-Kruger CM 75E; its successors follow every 3 degrees. */
  private static final int FIRST_ZONE = 4534;

  /** Whoever works at the edge of a zone may want its neighbour's grid. */
  private static final double NEIGHBOUR_DEGREES = 1.5;

  private static final double UTM_LATITUDE = 84;

  /** What the projection can express on both sides of its meridian. */
  private static final double ZONE_REACH_DEGREES = 60;

  private final Map<Integer, Crs> byCode = new LinkedHashMap<>();
  private final Bounds extent;

  /**
   * @param extent where the layer is, in degrees; empty if it is nowhere
   */
  public CrsOffer(Bounds extent) {
    this.extent = extent;
    offer(4326);
    offer(4490);
    offer(3857);
    if (!extent.isEmpty()) {
      offerZones();
    }
  }

  private void offerZones() {
    for (int meridian = FIRST_MERIDIAN; meridian <= LAST_MERIDIAN; meridian += 3) {
      if (isNear(meridian, 1.5 + NEIGHBOUR_DEGREES)) {
        offer(FIRST_ZONE + (meridian - FIRST_MERIDIAN) / 3);
      }
    }
    for (int zone = 1; zone <= 60; zone++) {
      if (isNear(6 * zone - 183, 3)) {
        offerUtm(zone);
      }
    }
  }

  /**
   * Whether some of the place is so near a meridian, and none of it beyond what a zone can hold.
   */
  private boolean isNear(int meridian, double degrees) {
    return meridian + degrees >= extent.minX()
        && meridian - degrees <= extent.maxX()
        && meridian + ZONE_REACH_DEGREES >= extent.maxX()
        && meridian - ZONE_REACH_DEGREES <= extent.minX();
  }

  private void offerUtm(int zone) {
    if (extent.maxY() >= 0 && extent.maxY() <= UTM_LATITUDE) {
      offer(32600 + zone);
    }
    if (extent.minY() < 0 && extent.minY() >= -UTM_LATITUDE) {
      offer(32700 + zone);
    }
  }

  /** Offers a system that can express all corners of the place. */
  private void offer(int epsg) {
    Crs crs = Crs.parse("EPSG:" + epsg);
    if (extent.isEmpty() || holds(crs)) {
      byCode.put(epsg, crs);
    }
  }

  private boolean holds(Crs crs) {
    try {
      for (double lon : new double[] {extent.minX(), extent.maxX()}) {
        for (double lat : new double[] {extent.minY(), extent.maxY()}) {
          crs.transform().fromLonLat(new double[] {lon, lat});
        }
      }
      return true;
    } catch (OutsideCrsException outside) {
      return false;
    }
  }

  /** The systems, as {@code EPSG:4490}; WGS 84 first. */
  public List<String> codes() {
    return byCode.values().stream().map(Crs::code).toList();
  }

  /**
   * The system that the parameter {@code crs} names: {@code EPSG:4490}, {@code 4490}, OGC's URI or
   * {@code CRS84}; WGS 84 when it was not given.
   *
   * @throws InvalidParameterException if it is none of these
   */
  public Crs named(Parameters given) {
    return given.find("crs").map(this::named).orElse(Crs.WGS84);
  }

  /**
   * The system of a name.
   *
   * @throws InvalidParameterException if it is none of these
   */
  public Crs named(String name) {
    String capitals = name.length() > LONGEST_NAME ? "" : name.toUpperCase(Locale.ROOT);
    if (CRS84.matcher(capitals).matches()) {
      return Crs.WGS84;
    }
    Matcher code = NAME.matcher(capitals);
    Crs crs = code.matches() ? byCode.get(Integer.parseInt(code.group(1))) : null;
    if (crs == null) {
      throw unknown(Parameters.shown(name));
    }
    return crs;
  }

  private InvalidParameterException unknown(String shown) {
    String list = String.join(", ", codes());
    return new InvalidParameterException(
        "crs",
        new LocalText(
            "这个图层的文件不提供坐标参照系「" + shown + "」，可用：" + list + "。",
            "Files of this layer are not offered in «" + shown + "»; choose one of: " + list + ".",
            "བང་རིམ་འདིའི་ཡིག་ཆ་ «" + shown + "» ནང་མེད། སྤྱོད་ཆོག་པ། " + list),
        codes());
  }
}
