package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.linli.catalogue.Site;
import org.linli.encode.Link;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
import org.linli.ogcapi.Conformance.ConformanceDocument;
import org.linli.ogcapi.Documents.Landing;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the API begins, and what it conforms to. */
@Controller
final class LandingController {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html";

  @GetMapping({"/ogc", "/ogc/", "/staff/ogc", "/staff/ogc/"})
  Representation landing(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, site, audience, language, parameters).withoutParameters();
    Landing landing =
        new Landing(Words.PORTAL.in(language), Words.PORTAL_DESCRIPTION.in(language), links(asked));
    return asked.wantsHtml()
        ? CapabilityPages.landing(asked, landing)
        : Answers.json(asked, landing);
  }

  private static List<Link> links(Asked asked) {
    String api = asked.place().api();
    List<Link> links = new ArrayList<>(CollectionDocuments.selves(asked));
    links.add(new Link(api + "/api?f=json", "service-desc", ApiController.OPENAPI));
    links.add(new Link(api + "/api?f=html", "service-doc", HTML));
    links.add(new Link(api + "/conformance?f=json", "conformance", JSON));
    links.add(new Link(api + "/collections?f=json", "data", JSON));
    links.add(
        new Link(asked.place().tileMatrixSets() + "?f=json", Tilesets.TILING_SCHEME + "s", JSON));
    return links;
  }

  @GetMapping({"/ogc/conformance", "/staff/ogc/conformance"})
  Representation conformance(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, site, audience, language, parameters).withoutParameters();
    return asked.wantsHtml()
        ? CapabilityPages.conformance(asked, Conformance.CLASSES)
        : Answers.json(asked, new ConformanceDocument(Conformance.CLASSES));
  }
}
