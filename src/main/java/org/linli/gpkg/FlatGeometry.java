package org.linli.gpkg;

/**
 * A geometry as runs of vertices: its parts are points, lines or rings, in the order in which they
 * are written; a polygon's rings follow each other, its shell first.
 */
public interface FlatGeometry {

  /** Its type in well-known binary, 1 (point) to 6 (multipolygon); 0 when there is none. */
  int wkbKind();

  int parts();

  /** The first vertex of a part. */
  int start(int part);

  /** The vertex after the last of a part. */
  int end(int part);

  /** The part after the last ring of the polygon that begins with a part. */
  int endOfPolygon(int shell);

  double x(int vertex);

  double y(int vertex);

  /** The measure of a vertex; NaN where there is none. */
  double m(int vertex);

  /** Fills in minX, minY, maxX, maxY. */
  void box(double[] box);
}
