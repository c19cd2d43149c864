package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.RealData;

class ChineseOffsetsTest {

  private static double[] from(CrsTransform crs, double lon, double lat) {
    double[] xy = {lon, lat};
    crs.fromLonLat(xy);
    return xy;
  }

  private static double[] to(CrsTransform crs, double x, double y) {
    double[] xy = {x, y};
    crs.toLonLat(xy);
    return xy;
  }

  /** The example that the published implementations of the formulas agree on. */
  @Test
  void theBeijingExampleOfThePublishedFormulasIsMet() {
    assertThat(from(Gcj02.INSTANCE, 116.404, 39.915))
        .containsExactly(new double[] {116.41024449916938, 39.91640428150164}, within(1e-10));
    double[] baidu = {116.404, 39.915};
    Bd09.fromGcj02(baidu);
    assertThat(baidu)
        .containsExactly(new double[] {116.41036949371029, 39.92133699351021}, within(1e-10));
  }

  @Test
  void theIndependentPairsAreMet() throws Exception {
    List<String> lines = Files.readAllLines(RealData.file("china/eviltransform_pairs.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      double lat = Double.parseDouble(cells[1]);
      double lon = Double.parseDouble(cells[2]);
      double[] gcj = {Double.parseDouble(cells[4]), Double.parseDouble(cells[3])};
      assertThat(from(Gcj02.INSTANCE, lon, lat)).as(line).containsExactly(gcj, within(1e-6));
      assertThat(to(Gcj02.INSTANCE, gcj[0], gcj[1]))
          .as(line)
          .containsExactly(new double[] {lon, lat}, within(1e-6));
    }
  }

  @Test
  void theInverseUndoesTheOffsetBelowTheGrid() {
    long seed = 1949;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      double[] place = {random.nextDouble(73.5, 135), random.nextDouble(18, 53.5)};
      for (CrsTransform crs : List.of(Gcj02.INSTANCE, Bd09.INSTANCE)) {
        double[] there = from(crs, place[0], place[1]);
        assertThat(to(crs, there[0], there[1]))
            .as("%s, seed %d, draw %d", crs, seed, i)
            .containsExactly(place, within(1e-9));
      }
    }
  }

  @Test
  void theOffsetInChinaIsAHundredToThousandMetres() {
    MetricPlane plane = MetricPlane.at(118.67, 37.43);
    double[] gcj = from(Gcj02.INSTANCE, 118.67, 37.43);
    double[] baidu = from(Bd09.INSTANCE, 118.67, 37.43);
    assertThat(plane.distance(118.67, 37.43, gcj[0], gcj[1])).isBetween(100.0, 800.0);
    assertThat(plane.distance(gcj[0], gcj[1], baidu[0], baidu[1])).isBetween(500.0, 1500.0);
  }

  @Test
  void outsideTheRectangleAroundChinaNothingMoves() {
    for (double[] place : new double[][] {{9.52, 47.14}, {139.7, 35.69}, {-73.98, 40.75}}) {
      for (CrsTransform crs : List.of(Gcj02.INSTANCE, Bd09.INSTANCE)) {
        assertThat(from(crs, place[0], place[1])).containsExactly(place);
        assertThat(to(crs, place[0], place[1])).containsExactly(place);
      }
    }
  }
}
