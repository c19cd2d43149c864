package org.linli.analysis.coverage;

import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.line;
import static org.linli.analysis.GridTown.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Every number of an access result, worked out by hand. Homes are 10 m wide and deep, their
 * south-west corner is given; lengths are right to the centimetre.
 */
abstract class AccessCase {
  static final double CENTIMETRES = 0.05;
  final GridTown town = new GridTown().layer("green_spaces").layer("buildings");

  AnalysisResult result(String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("asOf", GridTown.AS_OF));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new AccessAnalysis()
        .result(
            town.inputs(),
            AccessAnalysis.DEFINITION.values(given, Audience.STAFF),
            Cancellation.NONE);
  }

  void home(String code, double x, double y, long residents) {
    town.building(code, x, y, with("residents", residents));
  }

  /** A building whose southernmost corner is there, so that one point of it is nearest. */
  void pointed(String code, double x, double y, long residents) {
    Coordinate corner = new Coordinate(x, y);
    town.put(
        "buildings",
        code,
        new GeometryFactory()
            .createPolygon(
                new Coordinate[] {
                  corner, new Coordinate(x + 5, y + 10), new Coordinate(x - 5, y + 10), corner
                }),
        with("residents", residents));
  }

  void park(String code, double minX, double minY, double maxX, double maxY) {
    town.put("green_spaces", code, box(minX, minY, maxX, maxY), with("kind", "park"));
  }

  static Object value(AnalysisResult result, String building, String field) {
    LayerDefinition layer = AccessAnalysis.DEFINITION.getLayer("green_access");
    for (Feature feature : result.getLayer("green_access").list()) {
      if (feature.code().equals(building)) {
        return feature.values()[layer.getIndex(field)];
      }
    }
    throw new AssertionError("There is no building " + building);
  }

  static String state(AnalysisResult result, String building) {
    return (String) value(result, building, "class");
  }

  static double metres(AnalysisResult result, String building) {
    return (Double) value(result, building, "distance_metres");
  }

  static double number(AnalysisResult result, String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  static List<String> excluded(Metric metric, String reason) {
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .flatMap(exclusion -> exclusion.rows().codes().stream())
        .toList();
  }

  /**
   * The park begins 190 m east of A, but the only path goes 200 m south, 200 m east and 200 m north
   * again, with 5 m to it at either end: 610 m.
   */
  void detour() {
    home("A", 0, 0, 100);
    park("P", 200, 0, 300, 100);
    town.put("paths", "w1", line(5, -5, 5, -205, 205, -205), with("kind", "street"));
    town.put("paths", "w2", line(205, -205, 205, -5), with("kind", "footway"));
  }
}
