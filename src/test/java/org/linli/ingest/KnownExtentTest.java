package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.geo.Bounds;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.testing.MemoryStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class KnownExtentTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private final MemoryStore store = new MemoryStore();

  private void put(String layer, Geometry... shapes) {
    LayerDefinition definition = BuiltInLayers.find(layer).orElseThrow();
    for (int i = 0; i < shapes.length; i++) {
      store.put(definition, List.of(feature(definition, i, shapes[i])));
    }
  }

  private static Feature feature(LayerDefinition definition, int i, Geometry shape) {
    return new Feature("f-" + i, shape, new Object[definition.fields().size()]);
  }

  private static Geometry box(double x, double y, double side) {
    return GEOMETRIES.toGeometry(new Envelope(x, x + side, y, y + side));
  }

  @Test
  void anEmptyStoreKnowsNothing() {
    assertThat(KnownExtent.of(store)).isEmpty();
    put("projects", GEOMETRIES.createPoint(new Coordinate(1, 1)));
    assertThat(KnownExtent.of(store)).isEmpty();
  }

  @Test
  void buildingsOutlineTheCommunityUntilItsCommunitiesDo() {
    put("buildings", box(118, 37, 1));
    assertThat(KnownExtent.of(store)).contains(new Bounds(118, 37, 119, 38));
    put("communities", box(118.25, 37.25, 0.5));
    assertThat(KnownExtent.of(store)).contains(new Bounds(118.25, 37.25, 118.75, 37.75));
  }
}
