package org.linli.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.layer.Audience;
import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of one analysis, beside the page: they begin with a slash. */
record Address(String analysis, Audience audience) {

  private String root() {
    return (audience == Audience.STAFF ? "/staff" : "") + "/api/analyses/" + analysis;
  }

  String of(Map<String, String> query) {
    return with(root(), query);
  }

  String ofLayer(String layer, Map<String, String> query) {
    return with(root() + "/layers/" + layer + ".geojson", query);
  }

  String ofRows(String metric, Map<String, String> query) {
    return with(root() + "/rows/" + metric + ".geojson", query);
  }

  /**
   * @param exclusion its place among the metric's exclusions
   */
  String ofRowsLeftOut(String metric, int exclusion, Map<String, String> query) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(RowsController.EXCLUSION, Integer.toString(exclusion));
    return ofRows(metric, more);
  }

  private static String with(String path, Map<String, String> query) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(query).toUriString();
  }
}
