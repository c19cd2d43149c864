package org.linli.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.geo.MetricPlane;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Two towns 1,530 km apart, as in the demo, and one too near to be a place of its own. */
class LocalPlanesTest {
  private static final GeometryFactory DEGREES = new GeometryFactory();
  private static final double[][] TOWNS = {{101.43, 36.04}, {118.67, 37.43}, {118.9, 37.43}};
  private static final LayerDefinition POINTS =
      new LayerDefinition(
          "points",
          LocalText.same("points"),
          LocalText.same(""),
          GeometryType.POINT,
          Audience.PUBLIC,
          List.of(Field.of("name", FieldType.TEXT)),
          java.util.Optional.empty(),
          java.util.Optional.empty(),
          java.util.Optional.empty(),
          java.util.Optional.empty(),
          java.util.Optional.empty(),
          java.util.Optional.empty(),
          java.util.Optional.empty());

  private final LocalPlanes planes = LocalPlanes.of(rows(TOWNS));

  private static LayerRows rows(double[]... points) {
    return new LayerRows(
        LayerView.of(
            POINTS,
            Audience.STAFF,
            IntStream.range(0, points.length)
                .mapToObj(
                    i ->
                        new Feature(
                            "p" + i,
                            DEGREES.createPoint(new Coordinate(points[i][0], points[i][1])),
                            new Object[] {null}))
                .toList()),
        "points");
  }

  private double metres(double[] a, double[] b) {
    double[] from = new double[2];
    double[] to = new double[2];
    planes.toMetres(a[0], a[1], from);
    planes.toMetres(b[0], b[1], to);
    return Math.hypot(from[0] - to[0], from[1] - to[1]);
  }

  @Test
  void distancesInEachPlaceAreThoseOfAPlaneOfItsOwn() {
    for (double[] town : TOWNS) {
      double[] beside = {town[0] + 0.01, town[1] + 0.005};
      double there =
          MetricPlane.at(town[0], town[1]).distance(town[0], town[1], beside[0], beside[1]);
      assertThat(metres(town, beside))
          .as("near %s", Arrays.toString(town))
          .isCloseTo(there, within(there * 1e-5));
    }
  }

  @Test
  void onePlaneBetweenTheTownsWouldBeWrongByHalfAPercent() {
    double[] town = TOWNS[0];
    MetricPlane between = MetricPlane.at(110.05, 36.7);
    double there =
        MetricPlane.at(town[0], town[1]).distance(town[0], town[1], town[0] + 0.01, 36.04);
    assertThat(between.distance(town[0], town[1], town[0] + 0.01, 36.04) / there)
        .isGreaterThan(1.005);
  }

  @Test
  void placesNearEachOtherShareAPlane() {
    assertThat(metres(TOWNS[1], TOWNS[2])).isCloseTo(20_342, within(200.0));
  }

  @Test
  void placesFarFromEachOtherStayFar() {
    assertThat(metres(TOWNS[0], TOWNS[1])).isGreaterThan(100_000);
  }

  @Test
  void whatGoesToMetresComesBack() {
    Geometry line =
        DEGREES.createLineString(
            new Coordinate[] {new Coordinate(118.67, 37.43), new Coordinate(118.68, 37.44)});
    Geometry back = planes.toLonLat(planes.toMetres(line));
    assertThat(back.equalsExact(line, 1e-9)).as(back.toString()).isTrue();
    assertThat(line.getCoordinate().x).isEqualTo(118.67);
  }

  @Test
  void withoutDataThereIsStillAPlane() {
    double[] xy = new double[2];
    LocalPlanes.of(rows()).toMetres(0, 0, xy);
    assertThat(xy).containsExactly(0, 0);
  }
}
