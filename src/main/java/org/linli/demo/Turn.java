package org.linli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * A site's own axes: turned anticlockwise by an angle about its centre, so that rows of houses are
 * parallel to x. Angles go through {@link StrictMath}, which gives the same bits everywhere.
 *
 * @param centre the site's origin on the plan, metres
 * @param radians how far its x axis is turned from the plan's
 */
record Turn(Coordinate centre, double radians) {

  /** A geometry of the plan, in the site's axes. */
  Geometry toSite(Geometry onPlan) {
    return AffineTransformation.translationInstance(-centre.x, -centre.y)
        .rotate(-StrictMath.sin(radians), StrictMath.cos(radians))
        .transform(onPlan);
  }

  /** A geometry of the site, on the plan. */
  Geometry toPlan(Geometry onSite) {
    return AffineTransformation.rotationInstance(StrictMath.sin(radians), StrictMath.cos(radians))
        .translate(centre.x, centre.y)
        .transform(onSite);
  }
}
