package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.TileCoord;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.snapshot.LayerView;
import org.linli.testing.Features;
import org.linli.testing.TileReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class VectorTileEncoderTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static byte[] encode(LayerView view, TileCoord tile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorTileEncoder.encode(view, tile, bytes);
    return bytes.toByteArray();
  }

  private static TileReader.Layer layer(LayerView view, TileCoord tile) throws IOException {
    List<TileReader.Layer> layers = TileReader.read(encode(view, tile));
    assertThat(layers).hasSize(1);
    return layers.get(0);
  }

  /** A lon-lat geometry in the units of a tile, by the formula of the Mercator. */
  private static Geometry projected(Geometry lonLat, TileCoord tile) {
    double units = 4096.0 * (1L << tile.zoom());
    Geometry copy = lonLat.copy();
    copy.apply(
        (Coordinate c) -> {
          double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(c.y) / 2)) / (2 * Math.PI);
          c.setX((c.x / 360 + 0.5) * units - 4096.0 * tile.x());
          c.setY((0.5 - y) * units - 4096.0 * tile.y());
        });
    copy.geometryChanged();
    return copy;
  }

  private static final Geometry SQUARE = FACTORY.toGeometry(new Envelope(-64, 4160, -64, 4160));

  private static double area(TileReader.Feature feature) {
    double sum = 0;
    for (List<int[]> ring : feature.paths()) {
      sum += area(ring);
    }
    return sum;
  }

  /** The surveyor's formula; positive for a shell, as the format has it. */
  private static double area(List<int[]> ring) {
    double twice = 0;
    for (int i = 0; i < ring.size(); i++) {
      int[] from = ring.get(i);
      int[] to = ring.get((i + 1) % ring.size());
      twice += (double) from[0] * to[1] - (double) to[0] * from[1];
    }
    return twice / 2;
  }

  private static double length(TileReader.Feature feature) {
    double sum = 0;
    for (List<int[]> path : feature.paths()) {
      for (int i = 1; i < path.size(); i++) {
        sum += Math.hypot(path.get(i)[0] - path.get(i - 1)[0], path.get(i)[1] - path.get(i - 1)[1]);
      }
    }
    return sum;
  }

  @Test
  void whatIsInATileIsWhatCuttingByHandLeaves() throws IOException {
    for (long seed = 1; seed <= 8; seed++) {
      List<Feature> features = Features.many(new Random(seed), 300);
      LayerView view = Features.view(features, Audience.STAFF);
      for (int zoom : new int[] {14, 16, 17, 20}) {
        check(features, view, TileCoord.at(101.45, 36.05, zoom), "seed " + seed + " zoom " + zoom);
      }
    }
  }

  private static void check(List<Feature> features, LayerView view, TileCoord tile, String where)
      throws IOException {
    Map<String, TileReader.Feature> drawn = new HashMap<>();
    List<TileReader.Layer> layers = TileReader.read(encode(view, tile));
    layers.stream()
        .flatMap(layer -> layer.features().stream())
        .forEach(f -> drawn.put((String) f.properties().get("code"), f));
    for (Feature feature : features) {
      if (feature.shape() != null) {
        Geometry whole = projected(feature.shape(), tile);
        check(whole, drawn.remove(feature.code()), where + " " + feature.code());
      }
    }
    assertThat(drawn).as(where).isEmpty();
  }

  private static void check(Geometry whole, TileReader.Feature drawn, String where) {
    Geometry cut = whole.intersection(SQUARE);
    if (drawn == null) {
      // Rounding to whole units may lose what only just reaches in.
      assertThat(
              whole.intersects(FACTORY.toGeometry(new Envelope(-63, 4159, -63, 4159)))
                      && cut.getArea() + cut.getLength() > 3
                  || cut.getDimension() == 0 && inside(cut))
          .as(where)
          .isFalse();
      return;
    }
    double slack = 2 + cut.getLength();
    switch (whole.getDimension()) {
      case 0 -> assertThat(drawn.paths()).as(where).hasSize(cut.getNumGeometries());
      case 1 -> assertThat(length(drawn)).as(where).isCloseTo(cut.getLength(), within(4.0));
      default -> assertThat(area(drawn)).as(where).isCloseTo(cut.getArea(), within(slack));
    }
  }

  private static boolean inside(Geometry points) {
    return !points.isEmpty()
        && FACTORY.toGeometry(new Envelope(-63, 4159, -63, 4159)).contains(points);
  }

  @Test
  void everyPropertyReadsBackAsItWas() throws IOException {
    List<Feature> features = Features.many(new Random(3), 300);
    Map<String, Feature> byCode = new HashMap<>();
    features.forEach(feature -> byCode.put(feature.code(), feature));
    LayerView view = Features.view(features, Audience.STAFF);
    for (TileReader.Feature drawn : layer(view, TileCoord.at(101.45, 36.05, 10)).features()) {
      Feature feature = byCode.get(drawn.properties().get("code"));
      Map<String, Object> expected = new HashMap<>();
      expected.put("code", feature.code());
      for (int i = 0; i < Features.DEFINITION.fields().size(); i++) {
        Object value = feature.value(i);
        if (value != null) {
          boolean time = value instanceof java.time.temporal.Temporal;
          expected.put(Features.DEFINITION.fields().get(i).name(), time ? value.toString() : value);
        }
      }
      assertThat(drawn.properties()).isEqualTo(expected);
    }
  }

  @Test
  void shellsHavePositiveAreaAndHolesNegative() throws IOException {
    List<Feature> features = Features.many(new Random(4), 400);
    LayerView view = Features.view(features, Audience.STAFF);
    int holes = 0;
    for (TileReader.Feature drawn : layer(view, TileCoord.at(101.45, 36.05, 12)).features()) {
      if (drawn.type() == 3) {
        assertThat(area(drawn.paths().get(0))).isPositive();
        holes += (int) drawn.paths().stream().filter(ring -> area(ring) < 0).count();
      }
    }
    assertThat(holes).isGreaterThan(20);
  }

  @Test
  void theLayerIsNamedAndOfVersionTwo() throws IOException {
    LayerView view = Features.view(List.of(Features.point("a", 101.5, 36.25)), Audience.PUBLIC);
    TileReader.Layer layer = layer(view, TileCoord.at(101.5, 36.25, 30));
    assertThat(layer.name()).isEqualTo("things");
    assertThat(layer.version()).isEqualTo(2);
    assertThat(layer.extent()).isEqualTo(4096);
    assertThat(layer.features().get(0).id()).isBetween(0L, 1L << 53);
  }

  @Test
  void aTileWithoutFeaturesIsEmpty() throws IOException {
    LayerView view = Features.view(Features.many(new Random(2), 50), Audience.PUBLIC);
    assertThat(encode(view, new TileCoord(5, 0, 0))).isEmpty();
    assertThat(encode(Features.view(List.of(), Audience.PUBLIC), new TileCoord(0, 0, 0))).isEmpty();
  }

  @Test
  void thePublicTileHoldsNoStaffFieldNorDraft() throws IOException {
    LayerView view = Features.view(Features.many(new Random(2), 300), Audience.PUBLIC);
    TileReader.Layer layer = layer(view, TileCoord.at(101.45, 36.05, 8));
    assertThat(layer.features()).isNotEmpty();
    for (TileReader.Feature feature : layer.features()) {
      assertThat(feature.properties()).doesNotContainKey("secret").doesNotContainValue("draft");
    }
  }

  @Test
  void aPolygonFarLargerThanTheTileCoversIt() throws IOException {
    Geometry huge = FACTORY.toGeometry(new Envelope(-170, 170, -80, 80));
    Feature feature = new Feature("huge", huge, new Object[7]);
    LayerView view = Features.view(List.of(feature), Audience.STAFF);
    for (int zoom : new int[] {3, 12, 22, 30}) {
      TileReader.Feature drawn = layer(view, TileCoord.at(101.45, 36.05, zoom)).features().get(0);
      assertThat(area(drawn)).as("zoom %d", zoom).isEqualTo(4224.0 * 4224.0);
    }
  }

  @Test
  void aPolygonSmallerThanAUnitStaysVisible() throws IOException {
    Geometry tiny = FACTORY.toGeometry(new Envelope(101.5, 101.50001, 36.2, 36.20001));
    LayerView view =
        Features.view(List.of(new Feature("tiny", tiny, new Object[7])), Audience.STAFF);
    TileReader.Feature drawn = layer(view, TileCoord.at(101.5, 36.2, 4)).features().get(0);
    assertThat(area(drawn)).isEqualTo(1);
  }

  @Test
  void aCrowdedTileStaysSmallAndCountsEveryFeatureOnce() throws IOException {
    Random random = new Random(9);
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      double lon = CoordinateGrid.round(101 + random.nextDouble());
      double lat = CoordinateGrid.round(36 + random.nextDouble());
      Geometry shape = FACTORY.toGeometry(new Envelope(lon, lon + 0.0002, lat, lat + 0.0002));
      features.add(
          new Feature("b" + i, shape, new Object[] {"home " + i, 1L, "", 2.0, true, null, null}));
    }
    LayerView view = Features.view(features, Audience.STAFF);
    for (int zoom = 0; zoom <= 11; zoom++) {
      long counted = 0;
      TileCoord first = TileCoord.at(101, 37, zoom);
      TileCoord last = TileCoord.at(102, 36, zoom);
      for (int x = first.x(); x <= last.x(); x++) {
        for (int y = first.y(); y <= last.y(); y++) {
          byte[] tile = encode(view, new TileCoord(zoom, x, y));
          assertThat(tile.length).as("zoom %d", zoom).isLessThanOrEqualTo(500_000);
          counted += counted(tile);
        }
      }
      // A tile that holds all of its features whole shares those in its buffer with its neighbours.
      assertThat(counted).as("zoom %d", zoom).isBetween(60_000L, zoom <= 5 ? 60_000L : 66_000L);
    }
  }

  /** Features in the buffer are drawn by the neighbour too; what is counted is not. */
  private static long counted(byte[] tile) {
    return TileReader.read(tile).stream()
        .flatMap(layer -> layer.features().stream())
        .mapToLong(f -> (Long) f.properties().getOrDefault("_count", 1L))
        .sum();
  }

  @Test
  void theCubicIsAsGoodAsTheMercator() {
    Random random = new Random(10);
    for (int i = 0; i < 20_000; i++) {
      double lat = random.nextDouble() * 170 - 85;
      TileCoord tile = TileCoord.at(101, lat, 10 + random.nextInt(21));
      int gridY = CoordinateGrid.fromDegrees(lat);
      Geometry point = FACTORY.createPoint(new Coordinate(101, CoordinateGrid.toDegrees(gridY)));
      double exact = projected(point, tile).getCoordinate().y;
      assertThat(new TileProjection(tile).y(gridY))
          .as("%s, %s", lat, tile)
          .isCloseTo(
              Math.round(exact),
              within(
                  exact - Math.floor(exact) > 0.49 && exact - Math.floor(exact) < 0.51 ? 1L : 0L));
    }
  }
}
