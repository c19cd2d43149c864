package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.AcceptedForm;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.Site;
import org.linli.encode.Edition;
import org.linli.encode.FeatureForm;
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
    FeatureForm form = form(request, parameters);
    Asked asked =
        (form == FeatureForm.COLLECTION
                ? Asked.by(request, site, audience, language, parameters)
                : Asked.inJson(
                    Format.JSON.parameter(), request, site, audience, language, parameters))
            .about(served);
    ItemsPage page = ItemsPage.of(served.view(), asked);
    return form == FeatureForm.COLLECTION ? whole(served, page) : inPieces(served, page, form);
  }

  /** What {@code f} names comes first, and that is never a sequence. */
  private static FeatureForm form(HttpServletRequest request, Parameters parameters) {
    return parameters.find("f").isPresent()
        ? FeatureForm.COLLECTION
        : AcceptedForm.of(request.getHeader("Accept"), FeatureForm.COLLECTION);
  }

  private static Representation whole(ServedLayer served, ItemsPage page) {
    Asked asked = page.asked();
    return new Representation.Encoded(
        mediaType(asked),
        headers(asked, page.crsUri()),
        edition(served, asked),
        false,
        asked.wantsHtml() ? ItemsHtml.of(page) : page::writeTo);
  }

  /** Where there is no document about the features, the header tells of the next page. */
  private static Representation inPieces(ServedLayer served, ItemsPage page, FeatureForm form) {
    Map<String, String> headers = headers(page.asked(), page.crsUri());
    page.lastPlace()
        .ifPresent(
            last ->
                headers.put(
                    "Link",
                    "<%s>; rel=\"next\"; type=\"%s\""
                        .formatted(ItemLinks.next(page, last), form.mediaType())));
    return new Representation.Encoded(
        form.mediaType(),
        headers,
        Edition.of(served.storeId(), served.view(), form.ending(), GeoJsonEncoder.REVISION),
        true,
        out -> page.writeTo(out, form));
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
