package org.linli.ingest.format;

import org.linli.ingest.source.GeometryKinds;
import org.linli.layer.GeometryType;
import org.locationtech.jts.geom.Geometry;

/**
 * What a survey learns of a source's shapes: which kinds there are, and whether lines are timed.
 */
final class ShapeSurvey {
  private final GeometryKinds kinds = new GeometryKinds();
  private boolean shapes;
  private boolean timed = true;

  void see(Geometry shape) {
    if (shape.isEmpty()) {
      return;
    }
    shapes = true;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      kinds.add(shape.getGeometryN(i).getGeometryType());
    }
    timed = timed && TrackTimes.areIn(shape);
  }

  /**
   * The type of all shapes that were seen.
   *
   * @param declared what the file says, which holds if none was seen
   */
  GeometryType type(GeometryType declared) {
    if (!shapes) {
      return declared;
    }
    return timed ? GeometryType.TRACK : kinds.type();
  }
}
