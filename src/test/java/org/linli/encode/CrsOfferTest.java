package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.geo.Bounds;
import org.linli.geo.Crs;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.Systems;

class CrsOfferTest {
  /** Hangzhou, at 120 degrees: the zones of 117, 120 and 123 degrees, UTM's 50 and 51. */
  private static final CrsOffer HANGZHOU = new CrsOffer(new Bounds(119.9, 30, 120.4, 30.5));

  @Test
  void aPlaceIsOfferedItsZonesAndTheirNeighbours() {
    assertThat(HANGZHOU.codes())
        .containsExactly(
            "EPSG:4326",
            "EPSG:4490",
            "EPSG:3857",
            "EPSG:4548",
            "EPSG:4549",
            "EPSG:4550",
            "EPSG:32650",
            "EPSG:32651");
  }

  @Test
  void theSouthHasItsOwnZones() {
    List<String> codes = new CrsOffer(new Bounds(-58.6, -34.7, -58.3, -34.5)).codes();
    assertThat(codes).containsExactly("EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:32721");
  }

  /** Only beyond Web Mercator's ends files have less: their whole place must fit. */
  @Test
  void filesComeInEverySystemOfTheCollectionAndInMore() {
    long seed = 20_260_802;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double west = -180 + 330 * random.nextDouble();
      double south = -80 + 150 * random.nextDouble();
      double size = 10 * Math.pow(random.nextDouble(), 3);
      Bounds place = new Bounds(west, south, west + size, south + size);
      CrsOffer files = new CrsOffer(place);
      for (String uri : new Systems(place).uris()) {
        assertThat(files.codes()).as("seed %d, %s", seed, place).contains(files.named(uri).code());
      }
    }
  }

  @Test
  void noZoneHoldsTheWorldAndNowhereHasNone() {
    assertThat(new CrsOffer(Bounds.EMPTY).codes())
        .containsExactly("EPSG:4326", "EPSG:4490", "EPSG:3857");
    assertThat(new CrsOffer(Bounds.WORLD).codes()).containsExactly("EPSG:4326", "EPSG:4490");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4490",
        "epsg:4490",
        "4490",
        "http://www.opengis.net/def/crs/EPSG/0/4490",
        "https://www.opengis.net/def/crs/EPSG/0/4490",
        "urn:ogc:def:crs:EPSG::4490"
      })
  void aSystemIsKnownByItsNames(String name) {
    assertThat(HANGZHOU.named(name)).isEqualTo(Crs.parse("EPSG:4490"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CRS84", "OGC:CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "4326"})
  void longitudeFirstIsWhatFilesHave(String name) {
    assertThat(HANGZHOU.named(name)).isEqualTo(Crs.WGS84);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4543", "99999", "GCJ-02", "", "EPSG:4490:latlon", "PROJCS[\"x\"]"})
  void anyOtherIsRefusedWithTheListOfThose(String name) {
    assertThatThrownBy(() -> HANGZHOU.named(name))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.allowed()).isEqualTo(HANGZHOU.codes()));
  }
}
