package org.linli.snapshot;

import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.SpatialRelation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How rows' geometries lie to one that is the same for all. */
final class SpatialTest implements RowTest {
  private final Geometries geometries;
  private final SpatialRelation relation;
  private final RelateNG prepared;
  private final PreparedGeometry shape;

  /** A collection, for which there is no shorter way. */
  private final boolean isMixed;

  private final Envelope envelope;
  private final int[] box = new int[4];

  /**
   * @param relation of a row's geometry to {@code literal}
   * @param literal EPSG:4326 lon-lat
   */
  private SpatialTest(Geometries geometries, SpatialRelation relation, Geometry literal) {
    this.geometries = geometries;
    this.relation = relation;
    this.prepared = RelateNG.prepare(literal);
    this.shape = PreparedGeometryFactory.prepare(literal);
    this.isMixed = literal.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    this.envelope = literal.getEnvelopeInternal();
  }

  static RowTest of(Geometries geometries, SpatialRelation relation, Geometry literal) {
    return relation == SpatialRelation.INTERSECTS && isBoxOnGrid(literal)
        ? inBox(geometries, literal.getEnvelopeInternal())
        : new SpatialTest(geometries, relation, literal);
  }

  private static boolean isBoxOnGrid(Geometry literal) {
    return literal.isRectangle()
        && java.util.Arrays.stream(literal.getCoordinates()).allMatch(SpatialTest::isOnGrid);
  }

  private static boolean isOnGrid(Coordinate c) {
    return CoordinateGrid.round(c.x) == c.x && CoordinateGrid.round(c.y) == c.y;
  }

  private static RowTest inBox(Geometries geometries, Envelope window) {
    Bounds bounds =
        new Bounds(window.getMinX(), window.getMinY(), window.getMaxX(), window.getMaxY());
    BoxTest exact = new BoxTest(geometries, bounds);
    int[] box = new int[4];
    return row -> {
      if (geometries.kind(row) == Geometries.Kind.NONE) {
        return UNKNOWN;
      }
      geometries.box(row, box);
      boolean near =
          box[0] <= exact.maxX()
              && box[2] >= exact.minX()
              && box[1] <= exact.maxY()
              && box[3] >= exact.minY();
      return RowTest.of(near && exact.touches(row));
    };
  }

  @Override
  public int test(int row) {
    if (geometries.kind(row) == Geometries.Kind.NONE) {
      return UNKNOWN;
    }
    geometries.box(row, box);
    boolean near =
        CoordinateGrid.toDegrees(box[0]) <= envelope.getMaxX()
            && CoordinateGrid.toDegrees(box[2]) >= envelope.getMinX()
            && CoordinateGrid.toDegrees(box[1]) <= envelope.getMaxY()
            && CoordinateGrid.toDegrees(box[3]) >= envelope.getMinY();
    if (!near) {
      return RowTest.of(relation == SpatialRelation.DISJOINT);
    }
    return RowTest.of(holds(geometries.geometry(row).orElseThrow()));
  }

  /** The commonest relations have a shorter way, and what is apart is in no other. */
  private boolean holds(Geometry place) {
    if (isMixed) {
      return prepared.evaluate(place, predicate(relation.reversed()));
    }
    return switch (relation) {
      case INTERSECTS -> shape.intersects(place);
      case DISJOINT -> !shape.intersects(place);
      case WITHIN -> shape.contains(place);
      default ->
          shape.intersects(place) && prepared.evaluate(place, predicate(relation.reversed()));
    };
  }

  /** Whether a relation holds between two geometries. */
  static boolean holds(SpatialRelation relation, Geometry left, Geometry right) {
    return RelateNG.relate(left, right, predicate(relation));
  }

  private static TopologyPredicate predicate(SpatialRelation relation) {
    return switch (relation) {
      case INTERSECTS -> RelatePredicate.intersects();
      case EQUALS -> RelatePredicate.equalsTopo();
      case DISJOINT -> RelatePredicate.disjoint();
      case TOUCHES -> RelatePredicate.touches();
      case WITHIN -> RelatePredicate.within();
      case OVERLAPS -> RelatePredicate.overlaps();
      case CROSSES -> RelatePredicate.crosses();
      case CONTAINS -> RelatePredicate.contains();
    };
  }
}
