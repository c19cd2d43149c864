package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A square in whose middle a project is, with a house east of it and a lawn west of it. */
class ProjectPreviewTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double LON = 101.43;
  private static final double LAT = 36.04;
  private static final double STEP = 0.0008;
  private static final int MARK = 0x2B4FB5;
  private static final int HOUSE = 0xD9D2C3;
  private static final int LAWN = 0xCFE0C3;
  private static final int GROUND = 0xF3F0E9;

  private final ProjectPreview preview = new ProjectPreview(town().current());

  private static Snapshots town() {
    MemoryStore store = new MemoryStore();
    store.put(layer("buildings"), List.of(feature("buildings", "b1", square(LON + STEP))));
    store.put(layer("green_spaces"), List.of(feature("green_spaces", "g1", square(LON - STEP))));
    Geometry place = SHAPES.createPoint(new Coordinate(LON, LAT));
    store.put(
        layer("projects"),
        List.of(
            project("p1", place, "completed"),
            project("p2", place, "draft"),
            project("p3", null, "completed")));
    return Snapshots.load(store);
  }

  private static LayerDefinition layer(String id) {
    return BuiltInLayers.find(id).orElseThrow();
  }

  private static Feature feature(String layer, String code, Geometry shape) {
    return new Feature(code, shape, new Object[layer(layer).fields().size()]);
  }

  private static Feature project(String code, Geometry shape, String status) {
    Feature project = feature("projects", code, shape);
    project.values()[layer("projects").getIndex("status")] = status;
    return project;
  }

  /** About 35 metres wide. */
  private static Geometry square(double lon) {
    double half = 0.0002;
    return SHAPES.toGeometry(new Envelope(lon - half, lon + half, LAT - half, LAT + half));
  }

  private static int colour(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) & 0xFFFFFF;
  }

  /**
   * A degree of longitude is as wide as 1 : cos 36.04° of a degree of latitude is high: 196 pixels.
   */
  @Test
  void aProjectIsDrawnInTheMiddleOfWhatIsAroundIt() throws IOException {
    byte[] png = preview.find("p1").orElseThrow();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1200, 630);
    assertThat(colour(picture, 600, 315)).isEqualTo(MARK);
    assertThat(colour(picture, 600 + 157, 315)).isEqualTo(HOUSE);
    assertThat(colour(picture, 600 - 157, 315)).isEqualTo(LAWN);
    assertThat(colour(picture, 600, 40)).isEqualTo(GROUND);
  }

  @Test
  void whatThePublicDoesNotKnowOrHasNoPlaceIsNotDrawn() {
    assertThat(preview.find("p2")).as("a draft").isEmpty();
    assertThat(preview.find("p3")).as("without a place").isEmpty();
    assertThat(preview.find("p4")).isEmpty();
  }
}
