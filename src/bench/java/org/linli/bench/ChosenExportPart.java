package org.linli.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.linli.bench.Contest.Entrant;

/**
 * One feature in a hundred, chosen by what its fields say, as GeoJSON: CQL2 on our export against
 * the same condition in SQL over a connection that is kept open. The table has no index on those
 * columns.
 */
final class ChosenExportPart {
  private static final int WARM_UPS = 250;

  /**
   * So often the portal is asked for nothing first: its machine compiles the way of a request only
   * after thousands, which a portal in service has had, and meanwhile takes half of the processors.
   */
  private static final int EMPTY_ASKS = 6_000;

  private static final String EMPTY = "floors > 10000";
  private static final int ROUNDS = 30;

  /** The same condition in both languages. */
  private record Choice(String what, String cql2, String sql) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              "a span of days",
              "built_on BETWEEN DATE('1990-03-01') AND DATE('1990-08-17')",
              "built_on BETWEEN DATE '1990-03-01' AND DATE '1990-08-17'"),
          new Choice("a text's pattern", "name LIKE '阳光花园__号楼'", "name LIKE '阳光花园__号楼'"),
          new Choice(
              "a code and a number",
              "use_code = 'clinic' AND height_m <= 4.3",
              "use_code = 'clinic' AND height_m <= 4.3"));

  private ChosenExportPart() {}

  static void run(Course course, PlainPostgis postgis, Results results) throws Exception {
    try (Portal portal = Portal.serve(course.home());
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      for (int i = 0; i < EMPTY_ASKS; i++) {
        client.get(path(EMPTY), (bytes, from, length) -> {});
      }
      for (Choice choice : CHOICES) {
        measure(choice, course, postgis, client, results);
      }
    }
  }

  private static String path(String cql2) {
    return Portal.wholeLayer(Course.LAYER, "geojson")
        + "?filter="
        + URLEncoder.encode(cql2, StandardCharsets.UTF_8);
  }

  private static void measure(
      Choice choice, Course course, PlainPostgis postgis, KeptAliveClient client, Results results)
      throws Exception {
    String path = path(choice.cql2);
    long features = requireSame(choice, postgis, client.get(path));
    Contest<Choice> contest =
        new Contest<>(
                new Entrant<Choice>("ours", c -> client.get(path, (b, f, n) -> {})),
                new Entrant<Choice>("SQL", c -> postgis.geoJson(c.sql)))
            .warm(Collections.nCopies(WARM_UPS, choice))
            .run(Collections.nCopies(ROUNDS, choice), (c, answers) -> {});
    results.add(
        Figure.ratio(
            String.format(
                Locale.ROOT,
                "filter of %s, %.1f %% as GeoJSON",
                choice.what,
                100.0 * features / course.buildings()),
            contest.of("ours"),
            "SQL in PostGIS",
            contest.of("SQL"),
            1.0 / 10));
  }

  /** How many features both choose. */
  private static long requireSame(Choice choice, PlainPostgis postgis, Answer ours)
      throws Exception {
    ours.requireOk("ours");
    WordCount features = WordCount.ofPolygons();
    features.take(ours.body(), 0, ours.body().length);
    features.require(postgis.count(choice.sql), "Our answer to «" + choice.cql2 + "»");
    return features.occurrences();
  }
}
