package org.linli.portal;

import java.util.Map;
import java.util.Optional;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Layers as files, at addresses that do not change: whole, or the features that a query chooses.
 */
@Controller
final class ExportController {
  private final ServedLayers layers;

  ExportController(ServedLayers layers) {
    this.layers = layers;
  }

  /**
   * Takes all that {@link QueryParser} reads, and of a layer that an analysis makes the parameters
   * of that.
   */
  @GetMapping({
    "/data/{layer:[a-z][a-z0-9_]*}.geojson",
    "/staff/data/{layer:[a-z][a-z0-9_]*}.geojson"
  })
  Representation geoJson(
      @PathVariable String layer, Audience audience, Parameters parameters, Cancellation client) {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    LayerView view = served.view();
    LayerQuery query =
        new QueryParser(view.definition(), new Systems(view.extent()), served.parameters())
            .parse(parameters);
    LayerView shown = view.showing(query);
    return new Representation.Export(
        "application/geo+json",
        Map.of("Content-Disposition", "inline; filename=\"" + layer + ".geojson\""),
        Edition.of(served.storeId(), view, "geojson", GeoJsonEncoder.REVISION),
        query.isAll() && served.isStored()
            ? Optional.of(new WholeLayer(layer, view.version()))
            : Optional.empty(),
        out -> GeoJsonEncoder.to(out, shown).collection(shown.rows(query)));
  }
}
