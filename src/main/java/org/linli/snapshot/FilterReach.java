package org.linli.snapshot;

import static org.linli.layer.SpatialRelation.INTERSECTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;
import org.linli.layer.Expression;
import org.linli.layer.SpatialRelation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a filter can be true at all: windows of which the box of a feature must touch one. So the
 * index can be asked first.
 */
final class FilterReach {
  /** More windows than this are one after all. */
  private static final int MOST = 64;

  private FilterReach() {}

  /** Empty when the filter can be true anywhere. */
  static Optional<List<Bounds>> of(Expression filter) {
    if (filter instanceof Expression.And and) {
      return and.parts().stream()
          .flatMap(part -> of(part).stream())
          .min(Comparator.comparingDouble(FilterReach::area));
    }
    if (filter instanceof Expression.Or or) {
      return ofAll(or.parts());
    }
    if (filter instanceof Expression.Not not
        && not.part() instanceof Expression.Spatial spatial
        && spatial.relation() == SpatialRelation.DISJOINT) {
      return of(new Expression.Spatial(INTERSECTS, spatial.left(), spatial.right()));
    }
    return filter instanceof Expression.Spatial spatial ? of(spatial) : Optional.empty();
  }

  private static Optional<List<Bounds>> ofAll(List<Expression> parts) {
    List<Bounds> all = new ArrayList<>();
    for (Expression part : parts) {
      Optional<List<Bounds>> windows = of(part);
      if (windows.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(windows.get());
    }
    return Optional.of(all.size() <= MOST ? all : List.of(union(all)));
  }

  private static Bounds union(List<Bounds> windows) {
    return windows.stream().reduce(Bounds.EMPTY, Bounds::union);
  }

  private static double area(List<Bounds> windows) {
    return windows.stream().mapToDouble(w -> (w.maxX() - w.minX()) * (w.maxY() - w.minY())).sum();
  }

  private static Optional<List<Bounds>> of(Expression.Spatial spatial) {
    boolean ofPlace =
        spatial.left() instanceof Expression.Property
            || spatial.right() instanceof Expression.Property;
    Expression other =
        spatial.left() instanceof Expression.Property ? spatial.right() : spatial.left();
    return spatial.relation() != SpatialRelation.DISJOINT
            && ofPlace
            && other instanceof Expression.Place literal
        ? Optional.of(windows(literal.value()))
        : Optional.empty();
  }

  /** A window for each part, so that a box on both sides of the antimeridian does not span all. */
  private static List<Bounds> windows(Geometry geometry) {
    List<Bounds> windows = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Envelope box = geometry.getGeometryN(i).getEnvelopeInternal();
      windows.add(new Bounds(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
    return windows.size() <= MOST ? windows : List.of(union(windows));
  }
}
