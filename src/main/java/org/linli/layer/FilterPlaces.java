package org.linli.layer;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;
import org.linli.geo.OutsideCrsException;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Brings the geometries of a filter from its system to EPSG:4326 lon-lat. */
final class FilterPlaces {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** How finely the edges of a box in metres are followed. */
  private static final int STEPS = 16;

  private final Crs crs;

  FilterPlaces(Crs crs) {
    this.crs = crs;
  }

  /** The {@link Expression.Place} of a place or a box. */
  Expression.Place lonLat(Expression literal) {
    Geometry geometry =
        literal instanceof Expression.Box box
            ? ofBox(box.numbers())
            : lonLat(((Expression.Place) literal).value());
    return new Expression.Place(valid(geometry));
  }

  private Geometry ofBox(List<Double> numbers) {
    if (crs.isGeographic()) {
      String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
      return box(new WindowParser(crs, Cql2Fault.FILTER).parse(text));
    }
    int half = numbers.size() / 2;
    Envelope box =
        new Envelope(numbers.get(0), numbers.get(half), numbers.get(1), numbers.get(half + 1));
    double step = Math.max(box.getWidth(), box.getHeight()) / STEPS;
    Geometry polygon = FACTORY.toGeometry(box);
    return lonLat(step > 0 ? Densifier.densify(polygon, step) : polygon);
  }

  /** Two windows lie on both sides of the antimeridian. */
  private static Geometry box(List<Bounds> windows) {
    List<Geometry> boxes = windows.stream().map(FilterPlaces::box).toList();
    return boxes.size() == 1 ? boxes.get(0) : FACTORY.buildGeometry(boxes);
  }

  private static Geometry box(Bounds window) {
    return FACTORY.toGeometry(
        new Envelope(window.minX(), window.maxX(), window.minY(), window.maxY()));
  }

  private Geometry lonLat(Geometry geometry) {
    CrsTransform transform = crs.transform();
    try {
      Geometry lonLat = transform.toLonLat(geometry);
      requireOnEarth(lonLat);
      return transform.isIdentity() ? lonLat : CoordinateGrid.round(lonLat);
    } catch (OutsideCrsException outside) {
      throw notOnEarth();
    }
  }

  private static void requireOnEarth(Geometry lonLat) {
    for (Coordinate c : lonLat.getCoordinates()) {
      if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
        throw notOnEarth();
      }
    }
  }

  private static InvalidParameterException notOnEarth() {
    return Cql2Fault.invalid(
        "几何超出 filter-crs 的范围（经度 ±180，纬度 ±90），请检查坐标次序与 filter-crs。",
        "a geometry lies outside of its filter-crs (±180 of longitude, ±90 of latitude): look at the"
            + " order of its coordinates, and at filter-crs.",
        "དབྱིབས་དེ་ filter-crs ཡི་ཁྱབ་ཁོངས་ལས་བརྒལ།");
  }

  private static Geometry valid(Geometry geometry) {
    IsValidOp check = new IsValidOp(geometry);
    if (!check.isValid()) {
      String fault = check.getValidationError().toString();
      throw Cql2Fault.invalid(
          "几何无效：" + fault + "。",
          "a geometry is not valid: " + fault + ".",
          "དབྱིབས་དེ་ནོར་འདུག " + fault);
    }
    return geometry;
  }
}
