package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.testing.Features;
import org.linli.testing.FileSamples;
import org.locationtech.jts.geom.Geometry;

class CsvEncoderTest {
  private static final Object[] VALUES = {
    "花园", "park", -5L, null, -122.4, true, LocalDate.of(2026, 5, 1), null, "s", Instant.EPOCH
  };

  private static String csv(GeometryType type, Geometry geometry, Crs crs, Object... values)
      throws IOException {
    LayerDefinition definition = FileSamples.definition("things", type);
    List<Feature> features = List.of(new Feature("a", geometry, values));
    LayerView view = LayerView.of(definition, Audience.PUBLIC, features);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvEncoder.write(new Selection(view, LayerQuery.ALL, crs), false, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Geometry point() {
    return Features.FACTORY.createPoint(Features.at(-122.4, 37.75));
  }

  @Test
  void aPointHasItsNumbersAndItsText() throws IOException {
    assertThat(csv(GeometryType.POINT, point(), Crs.WGS84, VALUES))
        .isEqualTo(
            "code,lon,lat,geometry,name,kind,楼栋层数,楼栋层数二,height_above_the_ground,open,day,at,"
                + "source,updated_at\r\n"
                + "a,-122.4,37.75,\"POINT (-122.4 37.75)\",花园,park,-5,,-122.4,true,2026-05-01,,s,"
                + "1970-01-01T00:00:00Z\r\n");
  }

  /** The numbers are those of PROJ 9.1. */
  @Test
  void inMetresThePointsColumnsAreXAndY() throws IOException {
    assertThat(csv(GeometryType.POINT, point(), Crs.parse("EPSG:3857"), VALUES))
        .startsWith("code,x,y,geometry,")
        .contains("\r\na,-13625505.6731,4544169.1466,\"POINT (-13625505.6731 4544169.1466)\",");
  }

  @Test
  void aTableWithoutPlacesHasNoColumnsForThem() throws IOException {
    assertThat(csv(GeometryType.NONE, null, Crs.WGS84, VALUES)).startsWith("code,name,kind,");
  }

  /** OWASP's signs; two apostrophes come back as one, one as none. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "=1+2 | \"'=1+2\"",
        "+86 571 | \"'+86 571\"",
        "-5 度 | \"'-5 度\"",
        "@sum | \"'@sum\"",
        "'=x | \"''=x\"",
        "'plain | 'plain",
        "a=b | a=b",
        "a,b | \"a,b\"",
        "say \"no\" | \"say \"\"no\"\"\"",
        "100 | 100"
      })
  void aTextNeverBecomesAFormula(String text, String written) throws IOException {
    Object[] values = VALUES.clone();
    values[0] = text;
    assertThat(csv(GeometryType.NONE, null, Crs.WGS84, values))
        .contains("\r\na," + written + ",park,");
  }

  @Test
  void tabsAndLineEndsStayInTheirCell() throws IOException {
    Object[] values = VALUES.clone();
    values[0] = "\t=1";
    values[8] = "a\r\nb";
    assertThat(csv(GeometryType.NONE, null, Crs.WGS84, values))
        .contains("\r\na,\"'\t=1\",park,")
        .contains(",\"a\r\nb\",1970");
  }
}
