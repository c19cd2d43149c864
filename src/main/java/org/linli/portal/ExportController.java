package org.linli.portal;

import java.util.Map;
import java.util.Optional;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.AcceptedForm;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.linli.encode.Representation.WholeLayer;
import org.linli.encode.file.FileRequest;
import org.linli.encode.file.LayerFile;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

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
   * that. GeoJSON comes in the form that {@code Accept} likes best.
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
      @RequestHeader(name = "Accept", required = false) String accept,
      Cancellation client) {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    LayerView view = served.view();
    LayerFile file = FileRequest.read(view, ending, parameters, served.parameters());
    LayerFile wanted = file.isGeoJson() ? file.as(AcceptedForm.of(accept, file.form())) : file;
    return new Representation.Export(
        wanted.mediaType(),
        headers(view.definition(), wanted),
        Edition.of(served.storeId(), view, wanted.ending(), wanted.revision()),
        wanted.selection().query().isAll() && served.isStored()
            ? Optional.of(whole(view, wanted, wanted.equals(file) && parameters.names().isEmpty()))
            : Optional.empty(),
        wanted.format().isText(),
        wanted.body(scratch.path()));
  }

  private static Map<String, String> headers(LayerDefinition definition, LayerFile file) {
    String name = FileName.of(definition, file).header();
    return file.isGeoJson()
        ? Map.of("Content-Disposition", name, "Vary", "Accept")
        : Map.of("Content-Disposition", name);
  }

  private static WholeLayer whole(LayerView view, LayerFile file, boolean usual) {
    return new WholeLayer(
        view.definition().id(),
        view.version(),
        usual && view.audience() == Audience.PUBLIC
            ? Optional.of(file.format())
            : Optional.empty());
  }
}
