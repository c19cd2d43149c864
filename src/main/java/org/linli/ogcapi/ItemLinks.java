package org.linli.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.encode.Link;

/** The links of pages and of features. */
final class ItemLinks {
  /** The parameters that one feature takes. */
  static final Set<String> PARAMETERS = Set.of("f", "lang", "crs");

  private static final String GEOJSON = "application/geo+json";
  private static final String HTML = "text/html";
  private static final String JSON = "application/json";

  private ItemLinks() {}

  /**
   * @param last the place of the page's last feature, when there are more after it
   */
  static List<Link> ofPage(ItemsPage page, Optional<String> last) {
    List<Link> links = ofDocument(page.asked(), page.view().definition().id());
    last.ifPresent(place -> links.add(new Link(next(page, place), "next", GEOJSON)));
    return links;
  }

  /** The address of the page after a place; it keeps every parameter of this page. */
  static String next(ItemsPage page, String place) {
    Map<String, String> query = new LinkedHashMap<>(page.asked().query());
    query.put("next", PageToken.after(place, page.key()));
    return Place.withQuery(page.asked().url(), query);
  }

  static List<Link> ofItem(Asked asked, String layerId) {
    return ofDocument(asked, layerId);
  }

  private static List<Link> ofDocument(Asked asked, String layerId) {
    List<Link> links = new ArrayList<>();
    links.add(asked.linkTo(Format.JSON, GEOJSON));
    links.add(asked.linkTo(Format.HTML, HTML));
    links.add(
        new Link(asked.other(asked.place().collection(layerId), "f", "json"), "collection", JSON));
    return links;
  }
}
