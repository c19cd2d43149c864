package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TileCoordTest {

  @Test
  void zoomZeroIsTheWholeSquare() {
    Bounds world = new TileCoord(0, 0, 0).bounds();
    assertThat(world.minX()).isEqualTo(-180);
    assertThat(world.maxX()).isEqualTo(180);
    // atan(sinh(pi)) in degrees.
    assertThat(world.maxY()).isCloseTo(85.0511287798066, within(1e-10));
    assertThat(world.minY()).isCloseTo(-85.0511287798066, within(1e-10));
  }

  @Test
  void aKnownPlaceIsInItsKnownTile() {
    // East: (101.43 + 180) / 360 * 2^14 = 12808.19. South: ln(tan(45° + 36.04°/2)) = 0.67497, so
    // (0.5 - 0.67497 / 2pi) * 2^14 = 6431.95.
    assertThat(TileCoord.at(101.43, 36.04, 14)).isEqualTo(new TileCoord(14, 12808, 6431));
  }

  @Test
  void aTileHoldsItsOwnCentre() {
    TileCoord tile = new TileCoord(15, 25_616, 12_868);
    Bounds bounds = tile.bounds();
    double lon = (bounds.minX() + bounds.maxX()) / 2;
    double lat = (bounds.minY() + bounds.maxY()) / 2;
    assertThat(TileCoord.at(lon, lat, 15)).isEqualTo(tile);
  }

  @Test
  void theLastZoomIsThirty() {
    int last = (1 << 30) - 1;
    assertThat(new TileCoord(30, last, last).bounds().maxX()).isEqualTo(180);
    assertThatThrownBy(() -> new TileCoord(31, 0, 0)).hasMessageContaining("between 0 and 30");
  }

  @Test
  void aColumnBeyondTheMatrixIsRefusedWithItsRange() {
    assertThatThrownBy(() -> new TileCoord(2, 4, 0))
        .hasMessage("column 4 is not between 0 and 3 at zoom 2");
    assertThatThrownBy(() -> new TileCoord(2, 0, -1)).hasMessageContaining("row -1");
  }
}
