package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class RingClosureTest {

  private final Coordinate[] open = {
    new Coordinate(0, 0), new Coordinate(1, 0), new Coordinate(1, 1)
  };

  @Test
  void anOpenRingIsReportedWithItsEndAndClosedByItsFirstVertex() {
    assertThat(RingClosure.find(open))
        .hasValueSatisfying(finding -> assertThat(finding.message()).contains("ends at (1, 1)"));
    Coordinate[] closed = RingClosure.close(open);
    assertThat(closed).hasSize(4).endsWith(new Coordinate(0, 0));
    assertThat(RingClosure.find(closed)).isEmpty();
  }

  @Test
  void aClosedOrAnEmptyRingIsLeftAlone() {
    Coordinate[] closed = RingClosure.close(open);
    assertThat(RingClosure.close(closed)).isSameAs(closed);
    assertThat(RingClosure.close(new Coordinate[0])).isEmpty();
  }
}
