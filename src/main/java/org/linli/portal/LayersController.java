package org.linli.portal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.analyses.Analyses;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public layers with all that the page needs to draw and describe their features. */
@Controller
final class LayersController {
  private static final String MADE = "made";

  private final Snapshots snapshots;
  private final ServedLayers served;

  LayersController(Snapshots snapshots, ServedLayers served) {
    this.snapshots = snapshots;
    this.served = served;
  }

  /** Those of the store; with {@code made=true} also those that analyses make, after them. */
  @GetMapping("/api/layers")
  Representation layers(Parameters parameters) {
    parameters.requireOnly(Set.of(MADE));
    boolean withMade =
        parameters.oneOf(MADE, List.of("true", "false")).filter("true"::equals).isPresent();
    PortalSnapshot portal = snapshots.current();
    Stream<LayerDocuments.Layer> stored =
        PublicViews.of(portal).stream().map(view -> LayerDocuments.of(portal.storeId(), view));
    return JsonDocument.of(Stream.concat(stored, withMade ? made() : Stream.empty()).toList());
  }

  private Stream<LayerDocuments.Layer> made() {
    return served.listMade(Audience.PUBLIC).stream()
        .map(layer -> LayerDocuments.of(layer, maker(layer)));
  }

  private static String maker(LayerDefinition layer) {
    return Analyses.findMaker(layer.id()).orElseThrow().definition().id();
  }
}
