package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.encode.page.PageFrame;
import org.linli.geo.Crs;
import org.linli.layer.Audience;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The features of a layer, page by page and one by one. */
@Controller
final class ItemsController {
  private static final String GEOJSON = "application/geo+json";

  private final ServedLayers layers;

  ItemsController(ServedLayers layers) {
    this.layers = layers;
  }

  @GetMapping({"/ogc/collections/{layer}/items", "/staff/ogc/collections/{layer}/items"})
  Representation page(
      @PathVariable String layer,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    Asked asked = Asked.by(request, site, audience, language, parameters).about(served);
    ItemsPage page = ItemsPage.of(served.view(), asked);
    return new Representation.Encoded(
        mediaType(asked),
        headers(asked, page.crsUri()),
        edition(served, asked),
        false,
        asked.wantsHtml() ? ItemsHtml.of(page) : page::writeTo);
  }

  @GetMapping({"/ogc/collections/{layer}/items/{id}", "/staff/ogc/collections/{layer}/items/{id}"})
  Representation one(
      @PathVariable String layer,
      @PathVariable String id,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters,
      Cancellation client)
      throws HttpMediaTypeNotAcceptableException {
    ServedLayer served = layers.get(layer, audience, parameters, client);
    Asked asked = Asked.by(request, site, audience, language, parameters).about(served);
    parameters.requireOnly(asked.withMakers(ItemLinks.PARAMETERS));
    LayerView view = served.view();
    RowCursor row = view.find(id).orElseThrow(() -> NotFoundException.ofFeature(layer, id));
    Systems systems = new Systems(view.extent());
    Crs crs = systems.named(parameters, "crs");
    return new Representation.Encoded(
        mediaType(asked),
        headers(asked, Systems.uri(crs)),
        edition(served, asked),
        true,
        asked.wantsHtml()
            ? ItemHtml.of(asked, view, row, crs)
            : out -> GeoJsonEncoder.to(out, view, crs).single(row, ItemLinks.ofItem(asked, layer)));
  }

  private static String mediaType(Asked asked) {
    return asked.wantsHtml() ? PageFrame.MEDIA_TYPE : GEOJSON;
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

  private static Edition edition(ServedLayer layer, Asked asked) {
    return asked.wantsHtml()
        ? Edition.of(layer.storeId(), layer.view(), "html", PageFrame.REVISION)
        : Edition.of(layer.storeId(), layer.view(), "geojson", GeoJsonEncoder.REVISION);
  }
}
