package org.linli.ogcapi;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.linli.encode.FeatureForm;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.GeoJsonEncoder.PageFrame;
import org.linli.geo.Crs;
import org.linli.layer.LayerQuery;
import org.linli.layer.Parameters;
import org.linli.layer.QueryParser;
import org.linli.layer.Systems;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/**
 * One page of a layer's features.
 *
 * @param view with only the fields that are asked for
 * @param after the place that came before this page; empty for the first
 * @param key names the layer and all that limits its rows
 */
record ItemsPage(
    LayerView view,
    Asked asked,
    LayerQuery query,
    Crs crs,
    int limit,
    Optional<String> after,
    String key) {
  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** The parameters that limit no rows. */
  private static final Set<String> OTHERS = Set.of("f", "lang", "limit", "next", "crs");

  /** What else may differ from one page to the next. */
  private static final String PROPERTIES = "properties";

  /**
   * @throws org.linli.layer.InvalidParameterException if a parameter is not usable
   */
  static ItemsPage of(LayerView view, Asked asked) {
    Parameters given = asked.parameters();
    Systems systems = new Systems(view.extent());
    LayerQuery query =
        new QueryParser(view.definition(), systems, asked.withMakers(OTHERS)).parse(given);
    String key = key(view, asked);
    return new ItemsPage(
        view.showing(query),
        asked,
        query,
        systems.named(given, "crs"),
        given.count("limit", DEFAULT_LIMIT, MAX_LIMIT),
        given.find("next").map(token -> place(token, key, view, query)),
        key);
  }

  private static String key(LayerView view, Asked asked) {
    TreeMap<String, String> limiting = new TreeMap<>(asked.query());
    limiting.keySet().removeAll(OTHERS);
    limiting.remove(PROPERTIES);
    return view.definition().id() + limiting;
  }

  private static String place(String token, String key, LayerView view, LayerQuery query) {
    String place = PageToken.parse(token, key);
    if (!view.isPlace(query, place)) {
      throw PageToken.invalid();
    }
    return place;
  }

  String crsUri() {
    return Systems.uri(crs);
  }

  RowCursor rows() {
    return view.rows(query, after, limit + 1);
  }

  /** The place of the page's last feature, when there are more after it. */
  Optional<String> lastPlace() {
    RowCursor rows = rows();
    for (int i = 0; i < limit; i++) {
      if (!rows.next()) {
        return Optional.empty();
      }
    }
    String last = rows.place();
    return rows.next() ? Optional.of(last) : Optional.empty();
  }

  /** Writes the features alone, one after the other. */
  void writeTo(OutputStream out, FeatureForm form) throws IOException {
    GeoJsonEncoder.to(out, view, crs).page(rows(), form, limit);
  }

  void writeTo(OutputStream out) throws IOException {
    PageFrame frame =
        new PageFrame(
            limit,
            view.count(query),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            last -> ItemLinks.ofPage(this, last));
    GeoJsonEncoder.to(out, view, crs).page(rows(), frame);
  }
}
