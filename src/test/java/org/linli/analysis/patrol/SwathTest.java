package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** The ground within reach of long ways, which is put together of pieces. */
class SwathTest {
  private static final double REACH = 25;

  private static LineString way(int points, double metresOn, double metresAstray) {
    SplittableRandom random = new SplittableRandom(11);
    Coordinate[] way = new Coordinate[points];
    for (int i = 0; i < points; i++) {
      way[i] =
          new Coordinate(
              i * metresOn + random.nextDouble() * metresAstray,
              random.nextDouble() * metresAstray);
    }
    return PlaneGeometries.metres().createLineString(way);
  }

  private static Geometry plain(Geometry ways) {
    return ways.buffer(REACH, PlaneGeometries.QUADRANT_SEGMENTS);
  }

  @Test
  void aLongStandCoversWhatItsStepsCover() {
    LineString stand = way(2 * Swath.LONG_WAY_POINTS, 0, 8);
    Geometry area = Swath.around(stand, REACH);
    assertThat(area.getArea()).isCloseTo(plain(stand).getArea(), withinPercentage(0.1));
    assertThat(area.getNumGeometries()).isEqualTo(1);
  }

  @Test
  void noStepIsLostBetweenThePieces() {
    // A gap would show: from one fix to the next are 70 m, more than two reaches.
    LineString march = way(2 * Swath.LONG_WAY_POINTS, 70, 8);
    Geometry area = Swath.around(march, REACH);
    assertThat(area.getArea()).isCloseTo(plain(march).getArea(), withinPercentage(0.1));
    assertThat(area.getNumGeometries()).isEqualTo(1);
  }

  @Test
  void severalWaysStayApart() {
    LineString near = way(Swath.LONG_WAY_POINTS, 1, 2);
    LineString far = way(Swath.LONG_WAY_POINTS, 1, 2);
    far.apply((org.locationtech.jts.geom.CoordinateFilter) corner -> corner.y += 1_000);
    far.geometryChanged();
    Geometry both = PlaneGeometries.metres().createMultiLineString(new LineString[] {near, far});
    Geometry area = Swath.around(both, REACH);
    assertThat(area.getNumGeometries()).isEqualTo(2);
    assertThat(area.getArea()).isCloseTo(plain(both).getArea(), withinPercentage(0.1));
  }
}
