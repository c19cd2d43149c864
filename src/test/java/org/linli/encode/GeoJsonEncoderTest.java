package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.encode.GeoJsonEncoder.PageFrame;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.LayerQuery;
import org.linli.layer.LayerQuery.Equals;
import org.linli.snapshot.LayerView;
import org.linli.testing.Features;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GeoJsonEncoderTest {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static JsonNode export(LayerView view, Crs crs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GeoJsonEncoder.to(bytes, view, crs).collection(view.rows(LayerQuery.ALL));
    return STRICT.readTree(bytes.toByteArray());
  }

  @Test
  void everyFeatureReadsBackAsItWas() throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      List<Feature> features = Features.many(new Random(seed), 300);
      JsonNode collection = export(Features.view(features, Audience.STAFF), Crs.WGS84);
      assertThat(collection.path("features").size()).as("seed %d", seed).isEqualTo(300);
      Map<String, Feature> byCode = new TreeMap<>();
      features.forEach(feature -> byCode.put(feature.code(), feature));
      for (JsonNode feature : collection.path("features")) {
        check(feature, byCode.get(feature.path("id").asString()), "seed " + seed);
      }
    }
  }

  private static void check(JsonNode json, Feature expected, String seed) {
    assertThat(json.path("type").asString()).isEqualTo("Feature");
    int i = 0;
    for (Field field : Features.DEFINITION.fields()) {
      JsonNode value = json.path("properties").path(field.name());
      Object wanted = expected.value(i++);
      assertThat(value.isNull()).as("%s %s", seed, field.name()).isEqualTo(wanted == null);
      if (wanted != null) {
        assertThat(value.asString()).as("%s %s", seed, field.name()).isEqualTo(wanted.toString());
      }
    }
    if (expected.shape() == null) {
      assertThat(json.path("geometry").isNull()).as(seed).isTrue();
    } else {
      Geometry shape = GeoJsonReader.read(json.path("geometry"));
      assertThat(shape.norm().equalsExact(expected.shape().norm()))
          .as("%s %s", seed, json)
          .isTrue();
    }
  }

  @Test
  void shellsRunCounterclockwiseAndHolesClockwise() throws IOException {
    List<Feature> features = Features.many(new Random(5), 300);
    int rings = 0;
    for (JsonNode feature :
        export(Features.view(features, Audience.STAFF), Crs.WGS84).path("features")) {
      for (List<Coordinate[]> polygon : GeoJsonReader.polygons(feature.path("geometry"))) {
        for (int ring = 0; ring < polygon.size(); ring++) {
          assertThat(Orientation.isCCW(polygon.get(ring))).isEqualTo(ring == 0);
          rings++;
        }
      }
    }
    assertThat(rings).isGreaterThan(100);
  }

  @Test
  void thePublicGetsOnlyItsFieldsAndRows() throws IOException {
    List<Feature> features = Features.many(new Random(6), 300);
    JsonNode collection = export(Features.view(features, Audience.PUBLIC), Crs.WGS84);
    long drafts = features.stream().filter(f -> "draft".equals(f.value(0))).count();
    assertThat(collection.path("features").size()).isEqualTo((int) (300 - drafts));
    assertThat(collection.toString()).doesNotContain("secret");
  }

  @Test
  void anEpsgSystemIsWrittenInItsOwnAxisOrder() throws IOException {
    List<Feature> one = List.of(Features.point("a", 101.5, 36.25));
    LayerView view = Features.view(one, Audience.STAFF);
    assertThat(position(view, "http://www.opengis.net/def/crs/EPSG/0/4326"))
        .isEqualTo("[36.25,101.5]");
    assertThat(position(view, "http://www.opengis.net/def/crs/OGC/1.3/CRS84"))
        .isEqualTo("[101.5,36.25]");
    // As GDAL 3.6's gdaltransform has it.
    assertThat(position(view, "http://www.opengis.net/def/crs/EPSG/0/3857"))
        .isEqualTo("[1.12989283155E7,4335075.7374]");
  }

  private static String position(LayerView view, String uri) throws IOException {
    JsonNode features = export(view, Crs.parse(uri)).path("features");
    return features.get(0).path("geometry").path("coordinates").toString();
  }

  @Test
  void aPageTellsWhatItHoldsAndWhereTheNextBegins() throws IOException {
    LayerView view = Features.view(Features.many(new Random(7), 25), Audience.STAFF);
    List<Optional<String>> asked = new ArrayList<>();
    JsonNode first = page(view, 10, asked);
    assertThat(first.path("numberMatched").asInt()).isEqualTo(25);
    assertThat(first.path("numberReturned").asInt()).isEqualTo(10);
    assertThat(first.path("timeStamp").asString()).isEqualTo("2026-05-01T08:00:00Z");
    assertThat(asked)
        .containsExactly(Optional.of(first.path("features").get(9).path("id").asString()));
    assertThat(page(view, 25, asked).path("features").size()).isEqualTo(25);
    assertThat(asked.get(1)).isEmpty();
  }

  private static JsonNode page(LayerView view, int limit, List<Optional<String>> asked)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PageFrame frame =
        new PageFrame(
            limit,
            view.count(),
            Instant.parse("2026-05-01T08:00:00Z"),
            last -> {
              asked.add(last);
              return List.of(new Link("http://x/\"", "self", "application/geo+json"));
            });
    GeoJsonEncoder.to(bytes, view).page(view.rows(LayerQuery.ALL), frame);
    return STRICT.readTree(bytes.toByteArray());
  }

  @Test
  void whatSeveralThreadsWriteIsWhatOneWrites() throws IOException {
    LayerView view =
        Features.view(Features.many(new Random(3), 5_000), Audience.STAFF)
            .with(Features.many(new Random(4), 700), Set.of());
    ByteArrayOutputStream shared = new ByteArrayOutputStream();
    GeoJsonEncoder.to(shared, view).collection(view.rows(LayerQuery.ALL));
    ByteArrayOutputStream alone = new ByteArrayOutputStream();
    PageFrame all = new PageFrame(10_000, view.count(), Instant.EPOCH, next -> List.of());
    GeoJsonEncoder.to(alone, view).page(view.rows(LayerQuery.ALL), all);
    assertThat(members(shared)).isEqualTo(members(alone)).hasSizeGreaterThan(500_000);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    GeoJsonEncoder.to(lines, view).lines(view.rows(LayerQuery.ALL));
    assertThat(lines.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(members(alone).replace("},\n{", "}\n{"));
  }

  @Test
  void rowsThatLieFarApartInBothBlocksAreWrittenAsOneByOne() throws IOException {
    LocalDate day = LocalDate.of(2026, 2, 1);
    List<Feature> laid = Features.many(new Random(8), 1_000);
    laid.add(new Feature("a", null, new Object[] {null, null, null, null, null, day, null}));
    laid.add(new Feature("z", null, new Object[] {null, null, null, null, null, day, null}));
    LayerView view =
        Features.view(Features.many(new Random(7), 10_000), Audience.STAFF).with(laid, Set.of());
    LayerQuery query = new LayerQuery(List.of(), Optional.empty(), List.of(new Equals("day", day)));
    ByteArrayOutputStream dealt = new ByteArrayOutputStream();
    GeoJsonEncoder.to(dealt, view).lines(view.rows(query));
    ByteArrayOutputStream single = new ByteArrayOutputStream();
    GeoJsonEncoder.to(single, view).page(view.rows(query), FeatureForm.LINES, 10_000);
    assertThat(dealt.toString(StandardCharsets.UTF_8))
        .isEqualTo(single.toString(StandardCharsets.UTF_8))
        .hasLineCount((int) view.count(query))
        .hasSizeGreaterThan(5_000);
  }

  private static String members(ByteArrayOutputStream collection) {
    String text = collection.toString(StandardCharsets.UTF_8);
    return text.substring(text.indexOf("[\n") + 2, text.lastIndexOf("\n]"));
  }

  @Test
  void noPieceIsHeldThatIsLargerThanABuffer() throws IOException {
    LayerView view = Features.view(Features.many(new Random(5), 5_000), Audience.STAFF);
    List<Integer> writes = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            writes.add(1);
          }

          @Override
          public void write(byte[] bytes, int start, int count) {
            writes.add(bytes.length);
          }
        };
    GeoJsonEncoder.to(out, view).collection(view.rows(LayerQuery.ALL));
    assertThat(writes).hasSizeGreaterThan(10).allMatch(length -> length <= 1 << 18);
  }

  @Test
  void anyTextMakesValidJson() throws IOException {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x250; c++) {
      all.append(c);
    }
    String odd = all + "\u2028\u2029\uFEFF\uD83C\uDFE0 \uD800 \uDC00 end";
    LayerView view = Features.view(List.of(Features.named("a", odd)), Audience.STAFF);
    String read =
        export(view, Crs.WGS84).path("features").get(0).path("properties").path("kind").asString();
    assertThat(read).isEqualTo(odd.replace("\uD800", "?").replace(" \uDC00", " ?"));
  }

  @Test
  void aTextLongerThanTheBufferIsWrittenWhole() throws IOException {
    String plain = "楼".repeat(100_000);
    String quoted = "\"".repeat(100_000);
    LayerView view =
        Features.view(
            List.of(Features.named("a", plain), Features.named("b", quoted)), Audience.STAFF);
    JsonNode features = export(view, Crs.WGS84).path("features");
    assertThat(features.get(0).path("properties").path("kind").asString()).isEqualTo(plain);
    assertThat(features.get(1).path("properties").path("kind").asString()).isEqualTo(quoted);
  }

  @Test
  void anEmptyLayerIsAnEmptyCollection() throws IOException {
    JsonNode collection = export(Features.view(List.of(), Audience.PUBLIC), Crs.WGS84);
    assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(collection.path("features").isArray()).isTrue();
    assertThat(collection.path("features").isEmpty()).isTrue();
  }
}
