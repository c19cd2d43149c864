package org.linli.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.layer.Audience;

/** Where things are for an audience, as paths from the portal's root. */
final class Addresses {
  private final String root;

  Addresses(Audience audience) {
    this.root = audience == Audience.STAFF ? "/staff" : "";
  }

  String analysis(String id) {
    return root + "/api/analyses/" + id;
  }

  String rows(String analysis, String metric) {
    return analysis(analysis) + "/metrics/" + encoded(metric) + "/rows";
  }

  String collection(String layer) {
    return root + "/ogc/collections/" + layer;
  }

  String file(String layer) {
    return root + "/data/" + layer + ".geojson";
  }

  /** A path with a query: some parameters of its own, then those that are always the same. */
  static String with(String path, Map<String, String> always, String... own) {
    Map<String, String> query = new LinkedHashMap<>();
    for (int i = 0; i < own.length; i += 2) {
      query.put(own[i], own[i + 1]);
    }
    query.putAll(always);
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
