package org.linli.portal;

import java.util.Map;
import java.util.Set;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Whole layers as files, at addresses that do not change. */
@Controller
final class ExportController {
  private final Snapshots snapshots;

  ExportController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping({
    "/data/{layer:[a-z][a-z0-9_]*}.geojson",
    "/staff/data/{layer:[a-z][a-z0-9_]*}.geojson"
  })
  Representation geoJson(@PathVariable String layer, Audience audience, Parameters parameters) {
    parameters.requireOnly(Set.of());
    PortalSnapshot portal = snapshots.current();
    LayerView view =
        portal.findView(layer, audience).orElseThrow(() -> NotFoundException.ofLayer(layer));
    return new Representation.Export(
        "application/geo+json",
        Map.of("Content-Disposition", "inline; filename=\"" + layer + ".geojson\""),
        Edition.of(portal.storeId(), view, "geojson", GeoJsonEncoder.REVISION),
        out -> GeoJsonEncoder.to(out, view).collection(view.rows(LayerQuery.ALL)));
  }
}
