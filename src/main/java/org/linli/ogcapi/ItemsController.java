package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.RowCursor;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The features of a layer, page by page and one by one. */
@Controller
final class ItemsController {
  private static final String GEOJSON = "application/geo+json";

  private final Snapshots snapshots;

  ItemsController(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @GetMapping({"/ogc/collections/{layer}/items", "/staff/ogc/collections/{layer}/items"})
  Representation page(
      @PathVariable String layer,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, audience, language, parameters);
    PortalSnapshot portal = snapshots.current();
    ItemsPage page = ItemsPage.of(view(portal, layer, audience), asked);
    return new Representation.Encoded(
        mediaType(asked),
        headers(asked, page.crsUri()),
        edition(portal, page.view(), asked),
        false,
        asked.wantsHtml() ? ItemsHtml.of(page) : page::writeTo);
  }

  @GetMapping({"/ogc/collections/{layer}/items/{id}", "/staff/ogc/collections/{layer}/items/{id}"})
  Representation one(
      @PathVariable String layer,
      @PathVariable String id,
      HttpServletRequest request,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    Asked asked = Asked.by(request, audience, language, parameters);
    parameters.requireOnly(ItemLinks.PARAMETERS);
    PortalSnapshot portal = snapshots.current();
    LayerView view = view(portal, layer, audience);
    RowCursor row = view.find(id).orElseThrow(() -> NotFoundException.ofFeature(layer, id));
    Systems systems = new Systems(view.extent());
    Crs crs = systems.named(parameters, "crs");
    return new Representation.Encoded(
        mediaType(asked),
        headers(asked, Systems.uri(crs)),
        edition(portal, view, asked),
        true,
        asked.wantsHtml()
            ? ItemHtml.of(asked, view, row, crs)
            : out -> GeoJsonEncoder.to(out, view, crs).single(row, ItemLinks.ofItem(asked, layer)));
  }

  private static String mediaType(Asked asked) {
    return asked.wantsHtml() ? HtmlPage.MEDIA_TYPE : GEOJSON;
  }

  private static LayerView view(PortalSnapshot portal, String layer, Audience audience) {
    return portal.findView(layer, audience).orElseThrow(() -> NotFoundException.ofLayer(layer));
  }

  private static Map<String, String> headers(Asked asked, String crsUri) {
    Map<String, String> headers = Answers.negotiated(asked);
    if (!asked.wantsHtml()) {
      headers.remove("Content-Language");
      headers.put("Vary", "Accept");
    }
    headers.put("Content-Crs", "<" + crsUri + ">");
    return headers;
  }

  private static Edition edition(PortalSnapshot portal, LayerView view, Asked asked) {
    return asked.wantsHtml()
        ? Edition.of(portal.storeId(), view, "html", HtmlPage.REVISION)
        : Edition.of(portal.storeId(), view, "geojson", GeoJsonEncoder.REVISION);
  }
}
