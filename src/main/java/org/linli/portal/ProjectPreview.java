package org.linli.portal;

import java.awt.Color;
import java.util.Optional;
import java.util.function.Consumer;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.RowCursor;
import org.locationtech.jts.geom.Geometry;

/**
 * The picture of a link to a project: the project's place among the green spaces, paths and
 * buildings around it, as the public sees them.
 */
final class ProjectPreview {
  private static final String PROJECTS = "projects";
  private static final Color GREEN = new Color(0xcfe0c3);
  private static final Color GREEN_EDGE = new Color(0xa9c497);
  private static final Color HOUSE = new Color(0xd9d2c3);
  private static final Color HOUSE_EDGE = new Color(0xb4ab98);
  private static final Color PATH = Color.WHITE;

  /** Of each layer: so many are seen as such in a picture of this size. */
  private static final int MOST = 4_000;

  private final PortalSnapshot snapshot;

  ProjectPreview(PortalSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** PNG; empty if the public knows of no such project, or it has no place. */
  Optional<byte[]> find(String code) {
    return view(PROJECTS)
        .flatMap(projects -> projects.findFeature(code))
        .flatMap(Feature::geometry)
        .map(this::draw);
  }

  private byte[] draw(Geometry project) {
    PlaceDrawing drawing = new PlaceDrawing(project.getEnvelopeInternal().centre());
    each("green_spaces", drawing, green -> drawing.area(green, GREEN, GREEN_EDGE));
    each("paths", drawing, path -> drawing.line(path, PATH, 5));
    each("buildings", drawing, house -> drawing.area(house, HOUSE, HOUSE_EDGE));
    return drawing.mark(project).png();
  }

  private void each(String layer, PlaceDrawing drawing, Consumer<Geometry> draw) {
    view(layer).ifPresent(view -> each(view, drawing, draw));
  }

  private static void each(LayerView view, PlaceDrawing drawing, Consumer<Geometry> draw) {
    RowCursor rows = view.rows(LayerQuery.within(drawing.window()));
    for (int drawn = 0; drawn < MOST && rows.next(); drawn++) {
      rows.block().geometries().geometry(rows.row()).ifPresent(draw);
    }
  }

  private Optional<LayerView> view(String layer) {
    return snapshot.findView(layer, Audience.PUBLIC);
  }
}
