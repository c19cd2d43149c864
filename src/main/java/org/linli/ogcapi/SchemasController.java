package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.ogcapi.LayerSchema.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a layer's features consist of, can be filtered by, and sorted by. */
@Controller
final class SchemasController {
  private final ServedLayers layers;

  SchemasController(ServedLayers layers) {
    this.layers = layers;
  }

  @GetMapping({
    "/ogc/collections/{layer}/{kind:schema|queryables|sortables}",
    "/staff/ogc/collections/{layer}/{kind:schema|queryables|sortables}"
  })
  Representation schema(
      @PathVariable String layer,
      @PathVariable String kind,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    return answer(
        Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        served,
        Asked.by(request, site, audience, language, parameters));
  }

  private static Representation answer(Kind kind, ServedLayer served, Asked by) {
    Asked asked = by.about(served).withoutParameters();
    LayerDefinition layer = served.view().definition();
    return asked.wantsHtml()
        ? CapabilityPages.schema(asked, kind, layer)
        : Answers.json(
            asked,
            LayerSchema.MEDIA_TYPE,
            LayerSchema.of(kind, layer, asked.url(), asked.language()));
  }
}
