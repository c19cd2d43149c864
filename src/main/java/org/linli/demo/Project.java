package org.linli.demo;

import org.locationtech.jts.geom.Geometry;

/**
 * A project of the neighbours.
 *
 * @param place its ground where it is an area, else a point on it
 * @param proposer a code of the projects layer
 * @param lapseReason empty unless it lapsed
 */
record Project(
    String code,
    String kind,
    ProjectText text,
    ProjectSite site,
    Geometry place,
    ProjectLife life,
    int cost,
    Money money,
    Turnout turnout,
    String proposer,
    String lapseReason) {
  /** The same project of another proposer, with so many volunteers and this mean rating. */
  Project by(String newProposer, int volunteers, double rating) {
    return new Project(
        code,
        kind,
        text,
        site,
        place,
        life,
        cost,
        money,
        turnout.as(volunteers, rating),
        newProposer,
        lapseReason);
  }

  boolean isArea() {
    return place.getDimension() == 2;
  }
}
