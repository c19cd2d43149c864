package org.linli.geo;

import java.util.function.Consumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFactory;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Copies a geometry, sending each vertex's x and y through a function. Z is dropped, M is kept. */
final class GeometryMap {

  private GeometryMap() {}

  /** The mapped copy; {@code change} overwrites the {@code double[2]} it is given. */
  static Geometry map(Geometry geometry, Consumer<double[]> change) {
    Geometry copy = new GeometryEditor().edit(geometry, new Vertices(change));
    copy.setUserData(geometry.getUserData());
    return copy;
  }

  private static final class Vertices extends GeometryEditor.CoordinateSequenceOperation {
    private final Consumer<double[]> change;
    private final double[] xy = new double[2];

    Vertices(Consumer<double[]> change) {
      this.change = change;
    }

    @Override
    public CoordinateSequence edit(CoordinateSequence from, Geometry part) {
      CoordinateSequence to = like(from, part.getFactory().getCoordinateSequenceFactory());
      for (int i = 0; i < from.size(); i++) {
        xy[0] = from.getX(i);
        xy[1] = from.getY(i);
        change.accept(xy);
        to.setOrdinate(i, CoordinateSequence.X, xy[0]);
        to.setOrdinate(i, CoordinateSequence.Y, xy[1]);
        if (from.hasM()) {
          to.setOrdinate(i, to.getDimension() - 1, from.getM(i));
        }
      }
      return to;
    }

    private static CoordinateSequence like(
        CoordinateSequence from, CoordinateSequenceFactory sequences) {
      return from.hasM()
          ? sequences.create(from.size(), 3, 1)
          : sequences.create(from.size(), 2, 0);
    }
  }
}
