package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.linli.catalogue.Site;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How tiles are cut: the same for every layer. */
@Controller
@RequestMapping({"/ogc/tileMatrixSets", "/staff/ogc/tileMatrixSets"})
final class TileMatrixSetsController {
  @GetMapping
  Representation list(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    Asked asked = asked(request, site, audience, language, parameters);
    return Answers.json(asked, TileMatrixSets.list(asked));
  }

  @GetMapping("/" + TileMatrixSets.WEB_MERCATOR_QUAD)
  Representation webMercatorQuad(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    return Answers.json(
        asked(request, site, audience, language, parameters), TileMatrixSets.webMercatorQuad());
  }

  private static Asked asked(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    return Asked.inJson("json", request, site, audience, language, parameters).withoutParameters();
  }
}
