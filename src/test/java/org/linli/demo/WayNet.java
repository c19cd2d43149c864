package org.linli.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Ways that meet where their ends are the same point. */
final class WayNet {
  private final Map<Coordinate, Coordinate> parents = new HashMap<>();
  private final STRtree ways = new STRtree();

  void add(Geometry way) {
    Coordinate[] points = way.getCoordinates();
    parents.put(root(points[0]), root(points[points.length - 1]));
    Geometry flat = FlatMetres.metres(way);
    ways.insert(flat.getEnvelopeInternal(), flat);
  }

  /** How many parts the net falls into. */
  int pieces() {
    Set<Coordinate> roots = new HashSet<>();
    List.copyOf(parents.keySet()).forEach(point -> roots.add(root(point)));
    return roots.size();
  }

  /** Whether a way passes a house at no more than a distance. */
  boolean passes(Geometry house, double metres) {
    Geometry flat = FlatMetres.metres(house);
    Envelope around = flat.getEnvelopeInternal();
    around.expandBy(metres);
    return ways.query(around).stream()
        .anyMatch(way -> flat.isWithinDistance((Geometry) way, metres));
  }

  private Coordinate root(Coordinate point) {
    Coordinate here = point;
    parents.putIfAbsent(here, here);
    while (!parents.get(here).equals(here)) {
      here = parents.get(here);
    }
    return here;
  }
}
