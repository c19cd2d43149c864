package org.linli.insight;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.catalogue.analyses.Finding;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LocalText;
import org.locationtech.jts.geom.Coordinate;

/**
 * The next round as a client draws and tells it:
 *
 * <pre>
 * { "analysis": "next_round", "asOf": "…Z", "parameters": {…},
 *   "self": "/staff/api/analyses/patrol/next-round?…", "gpx": "/staff/api/analyses/patrol/next-round.gpx?…",
 *   "mode": "walk" | "straight" | null, "personDaysAvoided": 228.9, "share": 0.95,
 *   "minutes": 58.2, "metres": 3880, "budgetMinutes": 60,
 *   "stops": [ { "order": 1, "code": "…", "titles": {zh,en,bo}, "lon": …, "lat": …, "arrivesAt": "…Z",
 *                "minutes": 3.1, "metres": 206, "residents": 80, "gapPersonDays": 1060,
 *                "personDaysAvoided": 79.8, "personDaysTotal": 79.8 } ],
 *   "left": { "buildings": 12, "personDays": 340 },
 *   "excluded": [ { "reason": "not_reachable", "titles": {…}, "count": 2 } ],
 *   "route": { "type": "Feature", "geometry": { "type": "LineString", "coordinates": [[lon,lat],…] },
 *              "properties": {} } | null }
 * </pre>
 *
 * Where nobody is gone to, {@code stops} is empty and {@code route} and {@code mode} are null.
 */
final class NextRoundDocuments {
  static final String ADDRESS = "/staff/api/analyses/patrol/next-round";

  private final Finding finding;
  private final AnalysisResult result;
  private final AnalysisDefinition definition;

  private NextRoundDocuments(Finding finding) {
    this.finding = finding;
    this.result = finding.result(Audience.STAFF);
    this.definition = finding.question().analysis().definition();
  }

  record Round(
      String analysis,
      Instant asOf,
      Map<String, Object> parameters,
      String self,
      String gpx,
      Optional<Object> mode,
      Double personDaysAvoided,
      Double share,
      Double minutes,
      double metres,
      double budgetMinutes,
      List<Stop> stops,
      Left left,
      List<Excluded> excluded,
      Optional<Map<String, Object>> route) {}

  record Stop(
      long order,
      String code,
      LocalText titles,
      double lon,
      double lat,
      Instant arrivesAt,
      double minutes,
      double metres,
      double residents,
      double gapPersonDays,
      double personDaysAvoided,
      double personDaysTotal) {}

  /** What is in gap and can be reached, but not in the time there is. */
  record Left(Double buildings, Double personDays) {}

  record Excluded(String reason, LocalText titles, int count) {}

  static Round of(Finding finding) {
    return new NextRoundDocuments(finding).round();
  }

  /** The stops in the order in which one comes to them. */
  static List<Stop> stops(Finding finding) {
    return new NextRoundDocuments(finding).stops();
  }

  /** The way in degrees; empty where nobody is gone to. */
  static List<Coordinate> way(Finding finding) {
    return new NextRoundDocuments(finding)
        .walk()
        .map(walk -> List.of(walk.shape().getCoordinates()))
        .orElse(List.of());
  }

  private Round round() {
    Map<String, String> given = finding.question().given();
    return new Round(
        result.analysis(),
        result.asOf(),
        new TreeMap<>(finding.question().values().asMap()),
        Addresses.with(ADDRESS, given),
        Addresses.with(ADDRESS + ".gpx", given),
        walk().map(walk -> value("next_round", walk, "mode")),
        number("round.person_days"),
        number("round.share"),
        number("round.minutes"),
        number("round.kilometres") * 1000,
        finding.question().values().number("budget"),
        stops(),
        new Left(number("round.left.buildings"), number("round.left.person_days")),
        excluded(),
        walk().map(NextRoundDocuments::line));
  }

  private Double number(String metric) {
    return ResultDocuments.number(result.getMetric(metric).value());
  }

  private Optional<Feature> walk() {
    return result.getLayer("next_round").list().stream().findFirst();
  }

  private List<Stop> stops() {
    return result.getLayer("next_round_stops").list().stream()
        .map(this::stop)
        .sorted(Comparator.comparingLong(Stop::order))
        .toList();
  }

  private Stop stop(Feature stop) {
    Coordinate at = stop.shape().getCoordinate();
    return new Stop(
        (Long) of(stop, "order"),
        stop.code(),
        names(stop),
        at.x,
        at.y,
        (Instant) of(stop, "arrives_at"),
        (Double) of(stop, "minutes"),
        (Double) of(stop, "metres"),
        (Double) of(stop, "residents"),
        (Double) of(stop, "gap_person_days"),
        (Double) of(stop, "person_days_avoided"),
        (Double) of(stop, "person_days_total"));
  }

  private LocalText names(Feature stop) {
    Map<String, String> names = new TreeMap<>();
    Map.of("zh", "name", "en", "name_en", "bo", "name_bo")
        .forEach(
            (language, field) ->
                Optional.ofNullable((String) of(stop, field))
                    .ifPresent(name -> names.put(language, name)));
    return LocalText.of(names, stop.code());
  }

  private Object of(Feature stop, String field) {
    return value("next_round_stops", stop, field);
  }

  private Object value(String layer, Feature feature, String field) {
    DerivedLayer derived = result.getLayer(layer);
    return feature.value(derived.definition().getIndex(field));
  }

  private List<Excluded> excluded() {
    Metric metric = result.getMetric("round.person_days");
    return metric.exclusions().stream().map(this::excluded).toList();
  }

  private Excluded excluded(Exclusion exclusion) {
    return new Excluded(
        exclusion.reason(), definition.getReason(exclusion.reason()), exclusion.count());
  }

  private static Map<String, Object> line(Feature walk) {
    Coordinate[] way = walk.shape().getCoordinates();
    List<double[]> positions =
        IntStream.range(0, way.length).mapToObj(i -> new double[] {way[i].x, way[i].y}).toList();
    Map<String, Object> geometry = new LinkedHashMap<>();
    geometry.put("type", "LineString");
    geometry.put("coordinates", positions);
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("geometry", geometry);
    feature.put("properties", Map.of());
    return feature;
  }
}
