package org.linli.portal;

import java.util.Set;
import org.linli.encode.Representation;
import org.linli.layer.Parameters;
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
    return Json.of(PublicViews.of(snapshots.current()).stream().map(LayerDocuments::of).toList());
  }
}
