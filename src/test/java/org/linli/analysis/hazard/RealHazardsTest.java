package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.linli.RealData;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DerivedLayer;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** The service requests of a whole city, within the box of its requests. */
class RealHazardsTest {
  private static final DateTimeFormatter US =
      DateTimeFormatter.ofPattern("MM/dd/uuuu hh:mm:ss a", Locale.US);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);
  private static final LayerDefinition HAZARDS = BuiltInLayers.find("hazards").orElseThrow();

  private static Object instant(String text) {
    return text.isEmpty() ? null : LocalDateTime.parse(text, US).atZone(NEW_YORK).toInstant();
  }

  private static Feature request(
      String code, String lon, String lat, Object reported, Object resolved, Object deadline) {
    Object[] row = new Object[HAZARDS.fields().size()];
    row[HAZARDS.getIndex("reported_at")] = reported;
    row[HAZARDS.getIndex("resolved_at")] = resolved;
    row[HAZARDS.getIndex("deadline_at")] = deadline;
    Geometry place =
        lon.isEmpty()
            ? null
            : CoordinateGrid.round(
                DEGREES.createPoint(
                    new Coordinate(Double.parseDouble(lon), Double.parseDouble(lat))));
    return new Feature(code, place, row);
  }

  private static AnalysisResult result(List<Feature> requests, Map<String, String> given) {
    Envelope box = new Envelope();
    requests.forEach(
        one -> one.geometry().ifPresent(place -> box.expandToInclude(place.getCoordinate())));
    LayerDefinition areas = BuiltInLayers.find("communities").orElseThrow();
    Feature city = new Feature("NYC", DEGREES.toGeometry(box), new Object[areas.fields().size()]);
    AnalysisInputs inputs =
        new AnalysisInputs(
            Map.of(
                "hazards", LayerView.of(HAZARDS, Audience.STAFF, requests),
                "communities", LayerView.of(areas, Audience.STAFF, List.of(city))));
    HazardAnalysis analysis = new HazardAnalysis();
    return analysis.result(
        inputs, analysis.definition().values(given, Audience.STAFF), Cancellation.NONE);
  }

  private static AnalysisResult city() throws IOException {
    Path file = RealData.file("hazards/nyc311_7464_points.csv");
    List<Feature> requests = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        requests.add(
            request(
                row.getField("unique_key"),
                row.getField("longitude"),
                row.getField("latitude"),
                instant(row.getField("created_date")),
                null,
                null));
      }
    }
    return result(
        requests, Map.of("asOf", "2021-01-01T00:00:00Z", "window", "3660", "hexSide", "500"));
  }

  @Test
  void aCitysRequestsHaveHotSpots() throws IOException {
    AnalysisResult result = city();
    double cells = result.getMetric("hotspots.hot").denominator().orElseThrow();
    assertThat(cells).isEqualTo(result.getLayer("hazard_hotspots").list().size());
    assertThat(result.getMetric("hotspots.hot").value().orElseThrow()).isBetween(0.001, 0.3);
    long mapped =
        result.getLayer("hazard_hotspots").list().stream()
            .mapToLong(cell -> (Long) cell.value(2))
            .sum();
    assertThat(mapped).isEqualTo(result.getMetric("hotspots.hot").counted().size());
    assertThat(mapped).isEqualTo((long) result.getMetric("hazards.reported").counted().size());
  }

  /**
   * Ord and Getis (1995), equation 7, by a full matrix of weights: 1 where the centres of two cells
   * are less than a cell's width and a half apart.
   */
  @Test
  void giStarOfTheCityEqualsTheDenseMatrix() throws IOException {
    DerivedLayer map = city().getLayer("hazard_hotspots");
    List<Feature> cells = map.list();
    int n = cells.size();
    double[] x = new double[n];
    double[] east = new double[n];
    double[] north = new double[n];
    for (int i = 0; i < n; i++) {
      String[] axes = cells.get(i).code().substring(1).split("_");
      double r = Integer.parseInt(axes[1]);
      east[i] = Math.sqrt(3) * (Integer.parseInt(axes[0]) + r / 2);
      north[i] = 1.5 * r;
      x[i] = (Long) cells.get(i).value(map.definition().getIndex("hazards"));
    }
    double mean = DoubleStream.of(x).sum() / n;
    double s = Math.sqrt(DoubleStream.of(x).map(v -> v * v).sum() / n - mean * mean);
    assertThat(n).isGreaterThan(1_000);
    for (int i = 0; i < n; i++) {
      double wx = 0;
      double w = 0;
      for (int j = 0; j < n; j++) {
        double apart = Math.hypot(east[i] - east[j], north[i] - north[j]);
        double weight = apart < 1.5 * Math.sqrt(3) ? 1 : 0;
        wx += weight * x[j];
        w += weight;
      }
      double z = (wx - mean * w) / (s * Math.sqrt((n * w - w * w) / (n - 1)));
      assertThat((Double) cells.get(i).value(map.definition().getIndex("z")))
          .as(cells.get(i).code())
          .isCloseTo(z, within(1e-9));
    }
  }

  @Test
  void closureEqualsAPlainCount() throws IOException {
    Path file = RealData.file("hazards/nyc311_500_full.csv");
    Instant asOf = Instant.parse("2020-01-01T00:00:00Z");
    List<Feature> requests = new ArrayList<>();
    int due = 0;
    int onTime = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        Instant reported = (Instant) instant(row.getField("Created Date"));
        Instant closed = (Instant) instant(row.getField("Closed Date"));
        Instant deadline = (Instant) instant(row.getField("Due Date"));
        requests.add(
            request(
                row.getField("Unique Key"),
                row.getField("Longitude"),
                row.getField("Latitude"),
                reported,
                closed,
                deadline));
        if (reported.isBefore(asOf) && deadline != null && !deadline.isAfter(asOf)) {
          due++;
          onTime += closed != null && !closed.isAfter(deadline) ? 1 : 0;
        }
      }
    }
    AnalysisResult result =
        result(requests, Map.of("asOf", asOf.toString(), "window", "3660", "hexSide", "2000"));
    assertThat(due).isGreaterThan(50);
    assertThat(result.getMetric("closure.due").denominator()).hasValue(due);
    assertThat(result.getMetric("closure.due").numerator()).hasValue(onTime);
    assertThat(result.getMetric("completeness.places").value().orElseThrow())
        .isCloseTo(360.0 / 500, within(0.1));
  }
}
