package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much of a square lies in any of many swaths. Where many walked the same ground, almost every
 * small square is wholly in one of them, which is quickly seen, and their outlines cross so often
 * that a union of them all is slow. So a square in doubt is quartered, and only where few are left,
 * or little of it, their union is made. Immutable.
 */
sealed interface Patch {
  /** So many swaths are united at once. */
  int FEW = 3;

  /** Smaller squares are not quartered. */
  double LEAST_SIDE_METRES = 12;

  double squareMetres();

  /** The same with more swaths. */
  Patch plus(Envelope square, List<Swath> swaths);

  /** Nothing of any square. */
  static Patch nothing() {
    return new Some(PlaneGeometries.metres().createPolygon(), 0);
  }

  /** All of it. */
  record Whole(double squareMetres) implements Patch {
    @Override
    public Patch plus(Envelope square, List<Swath> swaths) {
      return this;
    }
  }

  /** Some polygons of it. */
  record Some(Geometry swept, double squareMetres) implements Patch {
    @Override
    public Patch plus(Envelope square, List<Swath> swaths) {
      List<Swath> near = near(square, swaths);
      if (near.isEmpty()) {
        return this;
      }
      if (near.stream().anyMatch(swath -> swath.covers(square))) {
        return new Whole(square.getArea());
      }
      return near.size() > FEW && square.getWidth() > LEAST_SIDE_METRES
          ? quartered(square, near)
          : united(square, near);
    }

    private Patch quartered(Envelope square, List<Swath> near) {
      List<Patch> quarters = new ArrayList<>();
      for (Envelope quarter : quarters(square)) {
        quarters.add(in(quarter).plus(quarter, near));
      }
      return Quarters.of(quarters);
    }

    private Some in(Envelope quarter) {
      return swept.isEmpty() ? this : of(cut(swept, quarter));
    }

    private Some united(Envelope square, List<Swath> near) {
      List<Geometry> all = new ArrayList<>();
      near.forEach(swath -> all.add(cut(swath.area(), square)));
      all.add(swept);
      all.removeIf(Geometry::isEmpty);
      return all.isEmpty() ? this : of(OverlayNGRobust.union(all));
    }

    private static Some of(Geometry swept) {
      return new Some(swept, swept.getArea());
    }

    private static Geometry cut(Geometry area, Envelope square) {
      Geometry window = PlaneGeometries.metres().toGeometry(square);
      return OverlayNGRobust.overlay(area, window, OverlayNG.INTERSECTION);
    }
  }

  /** That of its quarters, in the order of {@link #quarters}. */
  record Quarters(List<Patch> patches, double squareMetres) implements Patch {
    static Patch of(List<Patch> patches) {
      double squareMetres = patches.stream().mapToDouble(Patch::squareMetres).sum();
      return patches.stream().allMatch(Whole.class::isInstance)
          ? new Whole(squareMetres)
          : new Quarters(List.copyOf(patches), squareMetres);
    }

    @Override
    public Patch plus(Envelope square, List<Swath> swaths) {
      List<Swath> near = near(square, swaths);
      if (near.isEmpty()) {
        return this;
      }
      List<Envelope> quarters = quarters(square);
      List<Patch> others = new ArrayList<>();
      for (int i = 0; i < patches.size(); i++) {
        others.add(patches.get(i).plus(quarters.get(i), near));
      }
      return of(others);
    }
  }

  private static List<Swath> near(Envelope square, List<Swath> swaths) {
    return swaths.stream().filter(swath -> swath.mayMeet(square)).toList();
  }

  private static List<Envelope> quarters(Envelope square) {
    double x = (square.getMinX() + square.getMaxX()) / 2;
    double y = (square.getMinY() + square.getMaxY()) / 2;
    return Stream.of(
            new Envelope(square.getMinX(), x, square.getMinY(), y),
            new Envelope(x, square.getMaxX(), square.getMinY(), y),
            new Envelope(square.getMinX(), x, y, square.getMaxY()),
            new Envelope(x, square.getMaxX(), y, square.getMaxY()))
        .toList();
  }
}
