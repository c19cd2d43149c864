package org.linli.portal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Layers as files, at addresses that do not change: whole, or the features that a query chooses.
 */
@Controller
final class ExportController {
  private final Snapshots snapshots;

  ExportController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Takes {@code bbox}, {@code bbox-crs}, {@code datetime} and the layer's fields. */
  @GetMapping({
    "/data/{layer:[a-z][a-z0-9_]*}.geojson",
    "/staff/data/{layer:[a-z][a-z0-9_]*}.geojson"
  })
  Representation geoJson(@PathVariable String layer, Audience audience, Parameters parameters) {
    PortalSnapshot portal = snapshots.current();
    LayerView view =
        portal.findView(layer, audience).orElseThrow(() -> NotFoundException.ofLayer(layer));
    LayerQuery query =
        new QueryParser(view.definition(), new Systems(view.extent()), Set.of()).parse(parameters);
    return new Representation.Export(
        "application/geo+json",
        Map.of("Content-Disposition", "inline; filename=\"" + layer + ".geojson\""),
        Edition.of(portal.storeId(), view, "geojson", GeoJsonEncoder.REVISION),
        query.isAll() ? Optional.of(new WholeLayer(layer, view.version())) : Optional.empty(),
        out -> GeoJsonEncoder.to(out, view).collection(view.rows(query)));
  }
}
