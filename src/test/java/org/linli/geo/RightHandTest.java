package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class RightHandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))|POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1))"
            + "|POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 2, 6 1, 4 1))",
        "MULTIPOLYGON (((0 0, 0 9, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))"
            + "|MULTIPOLYGON (((0 0, 9 9, 0 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))",
        "POLYGON EMPTY|POLYGON EMPTY",
        "LINESTRING (0 0, 1 1)|LINESTRING (0 0, 1 1)",
      })
  void outlinesGoCounterclockwiseAndHolesClockwise(String given, String wound) throws Exception {
    WKTReader reader = new WKTReader();
    Geometry result = RightHand.of(reader.read(given));
    assertThat(result.toText()).isEqualTo(wound);
    assertThat(RightHand.of(result).toText()).isEqualTo(wound);
  }
}
