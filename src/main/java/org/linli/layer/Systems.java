package org.linli.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;

/**
 * The coordinate reference systems in which a layer can be asked for and answered, by their URIs,
 * each in the axis order that its URI means. CRS84, in which layers are stored, comes first.
 */
public final class Systems {
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  /** CGCS2000 / 3-degree Gauss-Kruger CM 75E; its successors follow every 3 degrees. */
  private static final int FIRST_ZONE = 4534;

  private final Map<String, Crs> byUri = new LinkedHashMap<>();

  /** Those that suit a place: the common ones, and CGCS2000's zone where the place is in China. */
  public Systems(Bounds extent) {
    byUri.put(Crs.WGS84.uri().orElseThrow(), Crs.WGS84);
    add(4326);
    add(4490);
    add(3857);
    if (!extent.isEmpty()) {
      addZone((extent.minX() + extent.maxX()) / 2);
    }
  }

  private void add(int epsg) {
    byUri.put(EPSG + epsg, Crs.parse(EPSG + epsg));
  }

  private void addZone(double lon) {
    long meridian = 3 * Math.round(lon / 3);
    if (meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN) {
      add(FIRST_ZONE + (int) (meridian - FIRST_MERIDIAN) / 3);
    }
  }

  public List<String> uris() {
    return List.copyOf(byUri.keySet());
  }

  /** The URI of one of these. */
  public static String uri(Crs crs) {
    return crs.uri().orElseThrow();
  }

  /**
   * The system that a parameter names; CRS84 when it was not given.
   *
   * @throws InvalidParameterException if it is none of these
   */
  public Crs named(Parameters given, String parameter) {
    return given.find(parameter).map(uri -> find(uri, parameter)).orElse(Crs.WGS84);
  }

  private Crs find(String uri, String parameter) {
    Crs crs = byUri.get(uri);
    if (crs == null) {
      String shown = Parameters.shown(uri);
      throw new InvalidParameterException(
          parameter,
          new LocalText(
              "这个图层不支持坐标参照系「" + shown + "」。",
              "This layer is not offered in «" + shown + "»: choose a system of its list.",
              "བང་རིམ་འདིར་ «" + shown + "» མེད།"),
          uris());
    }
    return crs;
  }
}
