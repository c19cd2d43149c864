package org.linli.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.MetricPlane;
import org.linli.snapshot.Geometries;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres for data that may lie in several places far from each other. Each place has a {@link
 * MetricPlane} of its own, centred on it, and the places are laid out from west to east, at least
 * 100 km apart: distances within a place are true, those between places only great. A portal of two
 * towns 1,500 km apart would be off by 0.7 % on one plane between them. Immutable.
 */
public final class LocalPlanes {
  private static final double CELL_DEGREES = 0.25;
  private static final double METRES_A_DEGREE = 111_320;
  private static final double APART_METRES = 100_000;
  private final Patch[] patches;

  /**
   * One place.
   *
   * @param shift how far its plane is moved east, in metres
   * @param east where the next place begins
   */
  private record Patch(Bounds bounds, MetricPlane plane, double shift, double east) {}

  private LocalPlanes(List<Bounds> places) {
    patches = new Patch[places.size()];
    double west = 0;
    for (int i = 0; i < patches.length; i++) {
      Bounds place = places.get(i);
      double lat = (place.minY() + place.maxY()) / 2;
      double half = (place.maxX() - place.minX()) / 2 * METRES_A_DEGREE + APART_METRES;
      double shift = i == 0 ? 0 : west + half;
      west = shift + half;
      MetricPlane plane = MetricPlane.at((place.minX() + place.maxX()) / 2, lat);
      patches[i] = new Patch(place, plane, shift, west);
    }
  }

  /** Planes for the rows of some layers; one at 0° 0° when none has a geometry. */
  public static LocalPlanes of(LayerRows... layers) {
    return new LocalPlanes(Cells.union(Arrays.stream(layers).map(Cells::of).toList()).places());
  }

  /**
   * Planes for the layers of some roles; where each of them lies is remembered, so that one that
   * changed is all that is looked at.
   */
  public static LocalPlanes of(AnalysisInputs inputs, List<String> roles) {
    List<Cells> layers = new ArrayList<>();
    for (String role : roles) {
      inputs
          .rows(role)
          .map(rows -> inputs.once(Set.of(role), "cells", () -> Cells.of(rows)))
          .ifPresent(layers::add);
    }
    return new LocalPlanes(Cells.union(layers).places());
  }

  /** Squares of the globe with data in them; those that touch are one place. */
  private static final class Cells {
    private static final int COLUMNS = (int) (360 / CELL_DEGREES) + 1;
    private final Map<Integer, Bounds> boxes = new HashMap<>();
    private int last = -1;
    private double minX;
    private double minY;
    private double maxX;
    private double maxY;

    /** Those of one layer. */
    static Cells of(LayerRows rows) {
      Cells cells = new Cells();
      for (int i = 0; i < rows.size(); i++) {
        cells.add(rows.block(i).geometries(), rows.blockRow(i));
      }
      cells.keepBox();
      return cells;
    }

    static Cells union(List<Cells> some) {
      Cells all = new Cells();
      some.forEach(
          cells -> cells.boxes.forEach((cell, box) -> all.boxes.merge(cell, box, Bounds::union)));
      return all;
    }

    private void add(Geometries from, int row) {
      int end = from.firstVertex(from.endPart(row));
      for (int v = from.firstVertex(from.firstPart(row)); v < end; v++) {
        add(
            CoordinateGrid.toDegrees(from.xy()[2 * v]),
            CoordinateGrid.toDegrees(from.xy()[2 * v + 1]));
      }
    }

    private void add(double lon, double lat) {
      int cell =
          (int) Math.floor((lat + 90) / CELL_DEGREES) * COLUMNS
              + (int) Math.floor((lon + 180) / CELL_DEGREES);
      if (cell != last) {
        keepBox();
        last = cell;
        minX = maxX = lon;
        minY = maxY = lat;
      }
      minX = Math.min(minX, lon);
      minY = Math.min(minY, lat);
      maxX = Math.max(maxX, lon);
      maxY = Math.max(maxY, lat);
    }

    private void keepBox() {
      if (last >= 0) {
        boxes.merge(last, new Bounds(minX, minY, maxX, maxY), Bounds::union);
      }
    }

    /** From south to north by their first cell. */
    List<Bounds> places() {
      TreeSet<Integer> left = new TreeSet<>(boxes.keySet());
      List<Bounds> places = new ArrayList<>();
      while (!left.isEmpty()) {
        places.add(place(left.pollFirst(), left));
      }
      return places.isEmpty() ? List.of(new Bounds(0, 0, 0, 0)) : places;
    }

    private Bounds place(int first, TreeSet<Integer> left) {
      Bounds bounds = Bounds.EMPTY;
      ArrayDeque<Integer> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        int cell = open.poll();
        bounds = bounds.union(boxes.get(cell));
        for (int rows = -1; rows <= 1; rows++) {
          for (int columns = -1; columns <= 1; columns++) {
            int beside = cell + rows * COLUMNS + columns;
            if (left.remove(beside)) {
              open.add(beside);
            }
          }
        }
      }
      return bounds;
    }
  }

  /** Writes the metres of a longitude and latitude into {@code xy}, without allocating. */
  public void toMetres(double lon, double lat, double[] xy) {
    Patch patch = patches.length == 1 ? patches[0] : nearest(lon, lat);
    patch.plane.toMetres(lon, lat, xy);
    xy[0] += patch.shift;
  }

  private Patch nearest(double lon, double lat) {
    Patch nearest = patches[0];
    double least = Double.POSITIVE_INFINITY;
    for (Patch patch : patches) {
      double dx = Math.max(0, Math.max(patch.bounds.minX() - lon, lon - patch.bounds.maxX()));
      double dy = Math.max(0, Math.max(patch.bounds.minY() - lat, lat - patch.bounds.maxY()));
      if (dx * dx + dy * dy < least) {
        least = dx * dx + dy * dy;
        nearest = patch;
      }
    }
    return nearest;
  }

  /** Whether all metres are the same on other planes. */
  public boolean areSameAs(LocalPlanes other) {
    return bounds().equals(other.bounds());
  }

  private List<Bounds> bounds() {
    return Arrays.stream(patches).map(Patch::bounds).toList();
  }

  /** How many places there are. */
  public int places() {
    return patches.length;
  }

  /** The number of the place that a point in metres belongs to, from 0. */
  public int placeAt(double x) {
    int at = 0;
    while (at + 1 < patches.length && x > patches[at].east) {
      at++;
    }
    return at;
  }

  /** Writes the longitude and latitude of a point in metres into {@code lonLat}. */
  public void toLonLat(double x, double y, double[] lonLat) {
    Patch patch = patches[placeAt(x)];
    patch.plane.toLonLat(x - patch.shift, y, lonLat);
  }

  /** A copy in metres of a lon-lat geometry. */
  public Geometry toMetres(Geometry lonLat) {
    return mapped(lonLat, this::toMetres);
  }

  /** A lon-lat copy, in degrees, of a geometry in metres. */
  public Geometry toLonLat(Geometry metres) {
    return mapped(metres, this::toLonLat);
  }

  private interface Mapping {
    void map(double x, double y, double[] to);
  }

  private static Geometry mapped(Geometry geometry, Mapping mapping) {
    Geometry copy = geometry.copy();
    double[] to = new double[2];
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            mapping.map(sequence.getX(i), sequence.getY(i), to);
            sequence.setOrdinate(i, CoordinateSequence.X, to[0]);
            sequence.setOrdinate(i, CoordinateSequence.Y, to[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
