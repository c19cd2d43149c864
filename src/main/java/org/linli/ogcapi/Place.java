package org.linli.ogcapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.catalogue.Site;
import org.linli.layer.Audience;

/**
 * Where the API is for whoever asks: all links start here.
 *
 * @param site the portal's address, without a slash at its end
 * @param root where what this audience may see begins, {@code site} or {@code site/staff}
 */
record Place(String site, String root) {

  static Place of(Site site, Audience audience) {
    return new Place(site.at(""), site.at(audience == Audience.STAFF ? "/staff" : ""));
  }

  /** The API's address. */
  String api() {
    return root + "/ogc";
  }

  String collection(String layerId) {
    return api() + "/collections/" + layerId;
  }

  /** Whether an address is a layer's, or of something in it. */
  boolean isOfOneLayer(String address) {
    return address.startsWith(collection(""));
  }

  String items(String layerId) {
    return collection(layerId) + "/items";
  }

  String item(String layerId, String code) {
    return items(layerId) + "/" + encoded(code);
  }

  String tiles(String layerId) {
    return collection(layerId) + "/tiles";
  }

  String tileMatrixSets() {
    return api() + "/tileMatrixSets";
  }

  String tileMatrixSet() {
    return tileMatrixSets() + "/" + TileMatrixSets.WEB_MERCATOR_QUAD;
  }

  String export(String layerId) {
    return root + "/data/" + layerId + ".geojson";
  }

  /** An address with a query. */
  static String withQuery(String url, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", parameters.isEmpty() ? url : url + "?", ""));
  }

  /** A text as one segment of a path, or as a value in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
