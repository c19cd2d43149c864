package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
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

  @GetMapping({"/ogc/collections/{layer}/schema", "/staff/ogc/collections/{layer}/schema"})
  Representation schema(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    return answer(Kind.SCHEMA, served, Asked.by(request, audience, language, parameters));
  }

  @GetMapping({"/ogc/collections/{layer}/queryables", "/staff/ogc/collections/{layer}/queryables"})
  Representation queryables(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    return answer(Kind.QUERYABLES, served, Asked.by(request, audience, language, parameters));
  }

  @GetMapping({"/ogc/collections/{layer}/sortables", "/staff/ogc/collections/{layer}/sortables"})
  Representation sortables(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    return answer(Kind.SORTABLES, served, Asked.by(request, audience, language, parameters));
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
