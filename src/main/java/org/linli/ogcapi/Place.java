package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.layer.Audience;

/**
 * Where the API is for whoever asks: all links start here.
 *
 * @param root the portal's address, without a slash at its end
 * @param api the API's address, {@code root/ogc} or {@code root/staff/ogc}
 */
record Place(String root, String api) {

  static Place of(HttpServletRequest request, Audience audience) {
    String url = request.getRequestURL().toString();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    String root = host + request.getContextPath() + (audience == Audience.STAFF ? "/staff" : "");
    return new Place(root, root + "/ogc");
  }

  String collection(String layerId) {
    return api + "/collections/" + layerId;
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
