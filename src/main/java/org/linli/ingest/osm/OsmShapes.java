package org.linli.ingest.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.linli.geo.GeometryRepair;
import org.linli.ingest.osm.AreaAssembly.Assembled;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Makes the geometries of ways and relations, or says why there is none. */
final class OsmShapes {
  private final NodeLocations locations;
  private final MemberWays members;
  private final OsmLimits limits;
  private final Consumer<ImportIssue> issues;
  private long segmentsUsed;

  OsmShapes(
      NodeLocations locations, MemberWays members, OsmLimits limits, Consumer<ImportIssue> issues) {
    this.locations = locations;
    this.members = members;
    this.limits = limits;
    this.issues = issues;
  }

  /** How many segments of relations were put together so far. */
  long segmentsUsed() {
    return segmentsUsed;
  }

  Optional<Geometry> line(OsmWay way) {
    OsmId id = OsmId.way(way.id());
    long[] spots = spots(way.nodes());
    if (Arrays.stream(spots).distinct().limit(2).count() < 2) {
      return none(IssueKind.BROKEN_LINE, id);
    }
    int missing = way.nodes().length - spots.length;
    if (missing > 0) {
      issues.accept(issue(IssueKind.CLIPPED_LINE, id, missing, way.nodes().length));
    }
    LineString line = AreaAssembly.FACTORY.createLineString(coordinates(spots));
    return Optional.of(line);
  }

  /** The area within a way. */
  Optional<Geometry> area(OsmWay way) {
    OsmId id = OsmId.way(way.id());
    if (!way.isClosed()) {
      return none(IssueKind.BROKEN_AREA, id, end(way));
    }
    long[] spots = spots(way.nodes());
    int missing = way.nodes().length - spots.length;
    if (missing > 0) {
      return none(IssueKind.CLIPPED_AREA, id, missing, way.nodes().length);
    }
    return spots.length > GeometryRepair.MOST_VERTICES
        ? none(IssueKind.AREA_TOO_LARGE, id, GeometryRepair.MOST_VERTICES)
        : ring(id, spots);
  }

  private Optional<Geometry> ring(OsmId id, long[] spots) {
    // A ring that comes back to one of its nodes is several rings, and no fault.
    if (Arrays.stream(spots).distinct().count() < spots.length - 1
        && AreaAssembly.of(List.of(spots)) instanceof Assembled.Area area) {
      return Optional.of(area.geometry());
    }
    Polygon polygon =
        spots.length < 4
            ? AreaAssembly.FACTORY.createPolygon()
            : AreaAssembly.FACTORY.createPolygon(coordinates(spots));
    // One that crosses itself goes on to be repaired like anybody's, if it encloses anything.
    return polygon.getArea() > 0
        ? Optional.of(polygon)
        : none(IssueKind.BROKEN_AREA, id, text(Spot.coordinate(spots[0])));
  }

  /** The area that the member ways of a relation make. */
  Optional<Geometry> area(OsmRelation relation) {
    OsmId id = OsmId.relation(relation.id());
    Set<Long> ids = new LinkedHashSet<>();
    Arrays.stream(relation.ways()).forEach(ids::add);
    if (ids.size() > limits.membersOfArea()) {
      return none(IssueKind.AREA_TOO_LARGE, id, limits.membersOfArea());
    }
    List<OsmWay> ways = new ArrayList<>();
    ids.forEach(way -> members.find(way).ifPresent(ways::add));
    if (ways.size() < ids.size()) {
      return none(IssueKind.CLIPPED_AREA, id, ids.size() - ways.size(), ids.size());
    }
    return assembled(id, ways);
  }

  private Optional<Geometry> assembled(OsmId id, List<OsmWay> ways) {
    long nodes = ways.stream().mapToLong(way -> way.nodes().length).sum();
    if (nodes > limits.segmentsOfArea() || segmentsUsed + nodes > limits.segments()) {
      return none(IssueKind.AREA_TOO_LARGE, id, limits.segmentsOfArea());
    }
    segmentsUsed += nodes;
    List<long[]> lines = ways.stream().map(way -> spots(way.nodes())).toList();
    long found = lines.stream().mapToLong(line -> line.length).sum();
    if (found < nodes) {
      return none(IssueKind.CLIPPED_AREA, id, nodes - found, nodes);
    }
    return area(id, AreaAssembly.of(lines));
  }

  private Optional<Geometry> area(OsmId id, Assembled assembled) {
    if (assembled instanceof Assembled.Area area) {
      return Optional.of(area.geometry());
    }
    if (assembled instanceof Assembled.Open open) {
      return none(IssueKind.BROKEN_AREA, id, open.where().map(OsmShapes::text).orElse("–"));
    }
    return assembled instanceof Assembled.Crossed crossed
        ? none(IssueKind.CROSSED_AREA, id, text(crossed.where()))
        : none(IssueKind.AREA_TOO_LARGE, id, limits.segmentsOfArea());
  }

  /** The places of those nodes that the file has. */
  private long[] spots(long[] nodes) {
    return Arrays.stream(nodes).map(locations::find).filter(s -> s != Spot.NOWHERE).toArray();
  }

  private String end(OsmWay way) {
    long[] spots = spots(way.nodes());
    return spots.length == 0 ? "–" : text(Spot.coordinate(spots[spots.length - 1]));
  }

  private static Coordinate[] coordinates(long[] spots) {
    return Arrays.stream(spots).mapToObj(Spot::coordinate).toArray(Coordinate[]::new);
  }

  private static String text(Coordinate at) {
    return String.format(Locale.ROOT, "%.7f, %.7f", at.x, at.y);
  }

  private Optional<Geometry> none(IssueKind kind, OsmId id, Object... details) {
    issues.accept(issue(kind, id, details));
    return Optional.empty();
  }

  private static ImportIssue issue(IssueKind kind, OsmId id, Object... details) {
    Object[] all = new Object[details.length + 1];
    all[0] = id.path();
    System.arraycopy(details, 0, all, 1, details.length);
    return ImportIssue.ofRow(kind, id.number(), all);
  }
}
