package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

class CoordinateGridTest {

  @Test
  void anAngleIsCountedInTenMillionthsOfADegree() {
    assertThat(CoordinateGrid.fromDegrees(101.4312345)).isEqualTo(1_014_312_345);
    assertThat(CoordinateGrid.fromDegrees(-36.0400001)).isEqualTo(-360_400_001);
    assertThat(CoordinateGrid.fromDegrees(180)).isEqualTo(1_800_000_000);
    assertThat(CoordinateGrid.fromDegrees(-180)).isEqualTo(-1_800_000_000);
  }

  @Test
  void halvesGoAwayFromZeroOnBothSides() {
    double half = 0.5 / 10_000_000;
    assertThat(CoordinateGrid.fromDegrees(half)).isEqualTo(1);
    assertThat(CoordinateGrid.fromDegrees(-half)).isEqualTo(-1);
  }

  @Test
  void everyGridValueSurvivesTheWayThroughDegrees() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      int steps = random.nextInt(-1_800_000_000, 1_800_000_001);
      assertThat(CoordinateGrid.fromDegrees(CoordinateGrid.toDegrees(steps)))
          .as("seed %d, draw %d", seed, i)
          .isEqualTo(steps);
    }
  }

  @Test
  void aGridValuePrintsWithAtMostSevenDecimals() {
    assertThat(Double.toString(CoordinateGrid.toDegrees(1_014_300_003))).isEqualTo("101.4300003");
    assertThat(Double.toString(CoordinateGrid.round(36.04000004999))).isEqualTo("36.04");
  }

  @Test
  void whatIsNotAnAngleIsRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 400_000, -215}) {
      assertThatThrownBy(() -> CoordinateGrid.fromDegrees(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not an angle");
    }
  }

  @Test
  void roundingAGeometryDropsZKeepsMAndLeavesTheOriginalAlone() throws Exception {
    Geometry track = new WKTReader().read("LINESTRING ZM (1.00000004 2 9 100, 3 4.00000006 9 200)");
    Geometry rounded = CoordinateGrid.round(track);
    assertThat(new WKTWriter(4).write(rounded)).isEqualTo("LINESTRING M(1 2 100, 3 4.0000001 200)");
    assertThat(rounded.getCoordinate().getZ()).isNaN();
    assertThat(track.getCoordinate()).isEqualTo(new Coordinate(1.00000004, 2));
  }

  @Test
  void roundingKeepsEveryKindOfGeometry() throws Exception {
    for (String wkt :
        new String[] {
          "POINT (1 2)",
          "POINT EMPTY",
          "MULTIPOINT ((1 2), (3 4))",
          "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
          "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1))",
          "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))",
          "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
        }) {
      Geometry geometry = new WKTReader().read(wkt);
      assertThat(CoordinateGrid.round(geometry).toText()).isEqualTo(wkt);
    }
  }
}
