package org.linli.portal;

import java.util.Map;
import java.util.Optional;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.encode.Edition;
import org.linli.encode.ExportFormat;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.encode.file.FileRequest;
import org.linli.encode.file.LayerFile;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
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
  private final ScratchFolder scratch;

  ExportController(ServedLayers layers, ScratchFolder scratch) {
    this.layers = layers;
    this.scratch = scratch;
  }

  /**
   * Takes what {@link FileRequest} reads, and of a layer that an analysis makes the parameters of
   * that.
   */
  @GetMapping({
    "/data/{layer:[a-z][a-z0-9_]*}.{ending:.+}",
    "/staff/data/{layer:[a-z][a-z0-9_]*}.{ending:.+}"
  })
  Representation file(
      @PathVariable String layer,
      @PathVariable String ending,
      Audience audience,
      Parameters parameters,
      Cancellation client) {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    LayerView view = served.view();
    LayerFile file = FileRequest.read(view, ending, parameters, served.parameters());
    ExportFormat format = file.format();
    return new Representation.Export(
        format.mediaType(),
        Map.of("Content-Disposition", FileName.of(view.definition(), format).header()),
        Edition.of(served.storeId(), view, format.ending(), file.revision()),
        file.selection().query().isAll() && served.isStored()
            ? Optional.of(new WholeLayer(layer, view.version()))
            : Optional.empty(),
        format.isText(),
        file.body(scratch.path()));
  }
}
