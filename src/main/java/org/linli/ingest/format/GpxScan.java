package org.linli.ingest.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * The first pass over a GPX file: how many things of which kind it holds, how many points each has,
 * and which points have no usable position. The library leaves those out without a word, so that
 * this count is what its own is held against.
 */
final class GpxScan {
  private static final int DEEPEST_POINT = 3;
  private final Map<GpxTable, List<Integer>> points = new EnumMap<>(GpxTable.class);
  private final Map<GpxTable, Map<Integer, BadPoint>> bad = new EnumMap<>(GpxTable.class);
  private final String[] path = new String[DEEPEST_POINT + 1];
  private String version = "";
  private int elements;

  /**
   * A point without a usable position.
   *
   * @param point its number in its track or route, from 1
   */
  record BadPoint(int point, String lat, String lon) {}

  private GpxScan() {
    for (GpxTable table : GpxTable.values()) {
      points.put(table, new ArrayList<>());
      bad.put(table, new HashMap<>());
    }
  }

  /**
   * @throws SourceException if the file is not XML to its end, or such as is refused
   */
  static GpxScan of(Path file) {
    return XmlStart.walk(
        file,
        xml -> {
          GpxScan scan = new GpxScan();
          scan.version = Optional.ofNullable(xml.getAttributeValue(null, "version")).orElse("");
          XmlStart.toEnd(xml, scan::begin);
          return scan;
        });
  }

  private void begin(XMLStreamReader xml, int depth) {
    if (++elements > SourceLimits.MOST_GPX_ELEMENTS) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TOO_MANY_ELEMENTS, SourceLimits.MOST_GPX_ELEMENTS));
    }
    if (depth > DEEPEST_POINT) {
      return;
    }
    path[depth] = xml.getLocalName();
    if (depth == 1) {
      thing(xml);
    } else if (depth == 2 && is("rte", "rtept")) {
      point(GpxTable.ROUTES, xml);
    } else if (depth == DEEPEST_POINT && is("trk", "trkseg") && path[depth].equals("trkpt")) {
      point(GpxTable.TRACKS, xml);
    }
  }

  private boolean is(String first, String second) {
    return path[1].equals(first) && path[2].equals(second);
  }

  private void thing(XMLStreamReader xml) {
    switch (path[1]) {
      case "trk" -> points.get(GpxTable.TRACKS).add(0);
      case "rte" -> points.get(GpxTable.ROUTES).add(0);
      case "wpt" -> {
        points.get(GpxTable.WAYPOINTS).add(0);
        point(GpxTable.WAYPOINTS, xml);
      }
      default -> {
        // Metadata and extensions.
      }
    }
  }

  private void point(GpxTable table, XMLStreamReader xml) {
    List<Integer> things = points.get(table);
    int thing = things.size();
    int point = things.get(thing - 1) + 1;
    things.set(thing - 1, point);
    String lat = xml.getAttributeValue(null, "lat");
    String lon = xml.getAttributeValue(null, "lon");
    if (!isWithin(lat, 90) || !isWithin(lon, 180)) {
      bad.get(table)
          .putIfAbsent(thing, new BadPoint(point, String.valueOf(lat), String.valueOf(lon)));
    }
  }

  private static boolean isWithin(String degrees, double limit) {
    try {
      return degrees != null && Math.abs(Double.parseDouble(degrees.strip())) <= limit;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  boolean isVersion10() {
    return version.equals("1.0");
  }

  int count(GpxTable table) {
    return points.get(table).size();
  }

  /** How many points the track, route or waypoint has, from 1. */
  int points(GpxTable table, int thing) {
    return points.get(table).get(thing - 1);
  }

  /** The first point of it without a usable position. */
  Optional<BadPoint> findBad(GpxTable table, int thing) {
    return Optional.ofNullable(bad.get(table).get(thing));
  }
}
