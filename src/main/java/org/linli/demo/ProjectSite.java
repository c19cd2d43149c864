package org.linli.demo;

import org.locationtech.jts.geom.Polygon;

/**
 * Where a project is, or could be.
 *
 * @param spot said as in 12号楼前, in front of building 12
 * @param yard the compound's name
 * @param ground free ground on the plan
 */
record ProjectSite(Name spot, Name yard, String communityCode, Polygon ground) {}
