package org.linli.portal;

import java.util.Set;
import org.linli.encode.Representation;
import org.linli.layer.Parameters;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public layers with all that the page needs to draw and describe their features. */
@Controller
final class LayersController {
  private final Snapshots snapshots;

  LayersController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping("/api/layers")
  Representation layers(Parameters parameters) {
    parameters.requireOnly(Set.of());
    PortalSnapshot portal = snapshots.current();
    return Json.of(
        PublicViews.of(portal).stream()
            .map(view -> LayerDocuments.of(portal.storeId(), view))
            .toList());
  }
}
