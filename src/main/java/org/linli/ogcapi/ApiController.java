package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;

/** How the API is used, for programs and for people. */
@Controller
final class ApiController {
  /** The type of OpenAPI 3.0 as JSON. */
  static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  private final Snapshots snapshots;
  private final ServedLayers layers;

  ApiController(Snapshots snapshots, ServedLayers layers) {
    this.snapshots = snapshots;
    this.layers = layers;
  }

  @GetMapping({"/ogc/api", "/staff/ogc/api"})
  Representation api(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, site, audience, language, parameters).withoutParameters();
    List<LayerDefinition> known =
        Stream.concat(
                snapshots.current().listViews(audience).map(LayerView::definition),
                layers.listMade(audience).stream())
            .toList();
    Map<String, Object> document = ApiDocument.of(asked, known, layers.listAnalyses(audience));
    return asked.wantsHtml() ? ApiPage.of(asked, document) : Answers.json(asked, OPENAPI, document);
  }
}
