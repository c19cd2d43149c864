package org.linli.ingest.format;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * The positions of one geometry in a row, and where its lines or rings, and its polygons, end. It
 * is filled before the geometry's type is known, because GeoJSON may say the type last.
 */
final class CoordinateBuffer {
  private double[] ordinates = new double[256];
  private int[] lineEnds = new int[16];
  private int[] polygonEnds = new int[16];
  private int positions;
  private int lines;
  private int polygons;

  void clear() {
    positions = 0;
    lines = 0;
    polygons = 0;
  }

  void addPosition(double x, double y) {
    if (2 * positions == ordinates.length) {
      ordinates = Arrays.copyOf(ordinates, 2 * ordinates.length);
    }
    ordinates[2 * positions] = x;
    ordinates[2 * positions + 1] = y;
    positions++;
  }

  void endLine() {
    lineEnds = grown(lineEnds, lines);
    lineEnds[lines++] = positions;
  }

  void endPolygon() {
    polygonEnds = grown(polygonEnds, polygons);
    polygonEnds[polygons++] = lines;
  }

  private static int[] grown(int[] array, int size) {
    return size < array.length ? array : Arrays.copyOf(array, 2 * size);
  }

  int positions() {
    return positions;
  }

  int lines() {
    return lines;
  }

  int polygons() {
    return polygons;
  }

  int firstLineOf(int polygon) {
    return polygon == 0 ? 0 : polygonEnds[polygon - 1];
  }

  int endLineOf(int polygon) {
    return polygonEnds[polygon];
  }

  CoordinateSequence line(int line) {
    return sequence(line == 0 ? 0 : lineEnds[line - 1], lineEnds[line]);
  }

  CoordinateSequence all() {
    return sequence(0, positions);
  }

  /** Two dimensions, said aloud: JTS would take a sequence of plain coordinates to have three. */
  private CoordinateSequence sequence(int from, int to) {
    Coordinate[] coordinates = new Coordinate[to - from];
    for (int i = from; i < to; i++) {
      coordinates[i - from] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return new CoordinateArraySequence(coordinates, 2);
  }
}
