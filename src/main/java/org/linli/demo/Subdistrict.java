package org.linli.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** The city sub-district as drawn on the plan, metres. */
record Subdistrict(
    Name name,
    Polygon outline,
    List<Compound> compounds,
    List<PublicGround> grounds,
    List<Street> streets,
    List<Green> strips,
    List<Way> banks) {}
