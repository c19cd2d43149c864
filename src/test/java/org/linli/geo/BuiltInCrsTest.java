package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own formulas against GeoTools and its EPSG database, code by code. */
class BuiltInCrsTest {

  static IntStream codes() {
    return IntStream.concat(
        IntStream.of(3857),
        IntStream.concat(
            IntStream.rangeClosed(4491, 4554),
            IntStream.of(32601, 32643, 32650, 32660, 32701, 32733, 32760)));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aSystemWithoutTheDatabaseIsTheOneInTheDatabase(int code) throws Exception {
    CrsDefinition ours = BuiltInCrs.find(code).orElseThrow();
    CoordinateReferenceSystem theirs = CRS.decode("EPSG:" + code, true);
    boolean northFirst = CRS.getAxisOrder(CRS.decode("EPSG:" + code)) == CRS.AxisOrder.NORTH_EAST;
    assertThat(ours.name()).isEqualTo(theirs.getName().getCode());
    assertThat(ours.authorityOrder() == AxisOrder.LAT_LON).isEqualTo(northFirst);
    int base = code >= 4491 && code <= 4554 ? 4490 : 4326;
    compare(ours, CRS.findMathTransform(CRS.decode("EPSG:" + base, true), theirs), code);
  }

  private static void compare(CrsDefinition ours, MathTransform reference, int code)
      throws Exception {
    double[] origin = {500_000 + prefix(code), code > 32700 ? 10_000_000 : 0};
    ours.transform().toLonLat(origin);
    Random random = new Random(code);
    for (int i = 0; i < 200; i++) {
      double lon = origin[0] + random.nextDouble(-3, 3);
      double lat = random.nextDouble(0.1, 75) * (code > 32700 ? -1 : 1);
      double[] expected = {lon, lat};
      reference.transform(expected, 0, expected, 0, 1);
      double[] actual = {lon, lat};
      ours.transform().fromLonLat(actual);
      assertThat(actual).as("EPSG:%d, draw %d", code, i).containsExactly(expected, within(1e-3));
      ours.transform().toLonLat(actual);
      assertThat(Math.IEEEremainder(actual[0] - lon, 360)).isCloseTo(0, within(1e-9));
      assertThat(actual[1]).isCloseTo(lat, within(1e-9));
    }
  }

  /** The millions before the easting: zone 13 to 23 of 6 degrees, 25 to 45 of 3 degrees. */
  private static double prefix(int code) {
    if (code >= 4513 && code <= 4533) {
      return (code - 4513 + 25) * 1e6;
    }
    return code >= 4491 && code <= 4501 ? (code - 4491 + 13) * 1e6 : 0;
  }
}
