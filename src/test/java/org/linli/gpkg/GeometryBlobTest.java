package org.linli.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

class GeometryBlobTest {
  private final GeometryBlobReader reader = new GeometryBlobReader(new GeometryFactory());

  private static Geometry wkt(String text) throws Exception {
    return new WKTReader().read(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT (101.43 36.04)",
        "POINT EMPTY",
        "LINESTRING (1 2, 3 4, 5 6)",
        "POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1))",
        "POLYGON EMPTY",
        "MULTIPOINT ((1 2), (3 4))",
        "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1)), ((10 10, 11 10, 11 11, 10 10)))",
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))"
      })
  void whatIsWrittenIsReadAgain(String text) throws Exception {
    byte[] blob = new GeometryBlobWriter(4326, false, false).write(wkt(text));
    assertThat(reader.read(blob)).hasToString(text);
  }

  @Test
  void aTrackKeepsItsTimes() throws Exception {
    byte[] blob =
        new GeometryBlobWriter(4326, false, true)
            .write(wkt("LINESTRING M (1 2 1700000000, 3 4 1700000060)"));
    assertThat(new WKTWriter(4).write(reader.read(blob)))
        .isEqualTo("LINESTRING M(1 2 1700000000, 3 4 1700000060)");
  }

  @Test
  void aColumnOfMultiGeometriesGetsMultiGeometriesAndGivesBackTheirSimplestForm() throws Exception {
    GeometryBlobWriter promoting = new GeometryBlobWriter(4326, true, false);
    Geometry polygon = wkt("POLYGON ((0 0, 9 0, 9 9, 0 0))");
    Geometry stored = reader.read(promoting.write(polygon));
    assertThat(stored).hasToString("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)))");
    assertThat(GeometryBlobWriter.simplest(stored)).isEqualTo(polygon);
  }

  @Test
  void theBytesAreThoseOfTheStandard() throws Exception {
    byte[] blob = new GeometryBlobWriter(4326, false, false).write(wkt("LINESTRING (1 2, 3 4)"));
    assertThat(HexFormat.of().formatHex(blob))
        .isEqualTo(
            "47500003e6100000"
                + "000000000000f03f0000000000000840"
                + "00000000000000400000000000001040"
                + "010200000002000000"
                + "000000000000f03f0000000000000040"
                + "00000000000008400000000000001040");
  }

  @Test
  void anotherWritersBigEndianZComesInWhole() throws Exception {
    byte[] wkb =
        new WKBWriter(3, ByteOrderValues.BIG_ENDIAN).write(wkt("LINESTRING Z (1 2 5, 3 4 6)"));
    ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length);
    blob.put(new byte[] {'G', 'P', 0, 0}).putInt(4326).put(wkb);
    assertThat(new WKTWriter(3).write(reader.read(blob.array())))
        .isEqualTo("LINESTRING Z(1 2 5, 3 4 6)");
  }

  @Test
  void aCutOffGeometryIsMalformedWhereverItIsCut() throws Exception {
    byte[] whole =
        new GeometryBlobWriter(4326, true, false)
            .write(wkt("POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1))"));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reader.read(cut))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedGeometryException.class);
    }
  }

  @Test
  void bytesTurnedAtRandomAreReadOrMalformedAndNothingElse() throws Exception {
    byte[] whole =
        new GeometryBlobWriter(4326, true, false)
            .write(wkt("POLYGON ((0 0, 9 0, 9 9, 0 0), (4 1, 6 1, 6 2, 4 1))"));
    long seed = 20260102;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] turned = whole.clone();
      turned[random.nextInt(turned.length)] = (byte) random.nextInt();
      turned[random.nextInt(turned.length)] = (byte) random.nextInt();
      try {
        assertThat(reader.read(turned)).as("seed %d, draw %d", seed, i).isNotNull();
      } catch (MalformedGeometryException malformed) {
        assertThat(malformed).hasMessageMatching(".+");
      }
    }
  }

  @Test
  void anAnnouncedCountWithoutItsBytesTakesNoMemory() {
    byte[] lying = HexFormat.of().parseHex("47500001e6100000" + "0102000000ffffff7f");
    assertThatThrownBy(() -> reader.read(lying))
        .isInstanceOf(MalformedGeometryException.class)
        .hasMessageContaining("2147483647 parts");
  }

  @Test
  void collectionsNestedWithoutEndAreRefused() {
    String nested = "0107000000" + "01000000";
    byte[] deep = HexFormat.of().parseHex("47500001e6100000" + nested.repeat(10_000));
    assertThatThrownBy(() -> reader.read(deep)).hasMessageContaining("nested too deep");
  }

  @Test
  void curvesAreRefusedByName() {
    byte[] arc = HexFormat.of().parseHex("47500001e6100000" + "0108000000" + "00000000");
    assertThatThrownBy(() -> reader.read(arc)).hasMessageContaining("turn curves into lines");
  }
}
