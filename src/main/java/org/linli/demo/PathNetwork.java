package org.linli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Cuts the ways of a place at every crossing, so that two that meet share a vertex. The vertices
 * lie on a grid of one centimetre: a lane's end that was computed onto a street's line is then a
 * vertex of the street too.
 */
final class PathNetwork {
  private static final PrecisionModel CENTIMETRES = new PrecisionModel(100);
  private static final double ON_THE_WAY_METRES = 0.05;
  private static final double SHORTEST_METRES = 0.5;

  private final List<Way> ways;
  private final STRtree index = new STRtree();

  PathNetwork(List<Way> ways) {
    this.ways = ways;
    for (int i = 0; i < ways.size(); i++) {
      index.insert(ways.get(i).line().getEnvelopeInternal(), i);
    }
  }

  /** The ways from crossing to crossing, in the order of the ways they were cut from. */
  List<Way> cut() {
    Geometry all = Drawing.FACTORY.buildGeometry(ways.stream().map(Way::line).toList());
    Geometry noded = UnaryUnionNG.union(all, CENTIMETRES);
    List<Piece> pieces = new ArrayList<>();
    for (LineString line : Drawing.lines(noded)) {
      if (line.getLength() >= SHORTEST_METRES) {
        pieces.add(new Piece(origin(line), (LineString) line.norm()));
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::origin).thenComparing(Piece::line));
    return pieces.stream().map(this::way).toList();
  }

  private record Piece(int origin, LineString line) {}

  private Way way(Piece piece) {
    Way from = ways.get(piece.origin());
    return new Way(from.name(), from.kind(), from.surface(), from.lit(), piece.line());
  }

  /** The first way that the piece lies on. */
  private int origin(LineString piece) {
    Coordinate a = piece.getCoordinateN(0);
    Coordinate b = piece.getCoordinateN(1);
    var middle = Drawing.point(Drawing.at((a.x + b.x) / 2, (a.y + b.y) / 2));
    List<Integer> near = new ArrayList<>();
    index.query(middle.buffer(1).getEnvelopeInternal(), position -> near.add((Integer) position));
    return near.stream()
        .sorted()
        .filter(i -> ways.get(i).line().isWithinDistance(middle, ON_THE_WAY_METRES))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a path lies on no way: " + piece));
  }
}
