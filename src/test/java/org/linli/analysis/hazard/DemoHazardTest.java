package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.LayerRows;
import org.linli.demo.DemoManifest;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Geometry;

/** The crowd of hazards that src/docs/demo.md says is planted at the eastern market, found. */
class DemoHazardTest {
  /** From the first record, 1 January 2024, to the demo's clock. */
  private static final String WHOLE_HISTORY = "897";

  /** The width of a hexagon, 173 m, in degrees of longitude. */
  private static final double CELL_DEGREES = 0.002;

  private static AnalysisResult result(String window) {
    return DemoInputs.result(
        new HazardAnalysis(), Map.of("asOf", DemoInputs.AS_OF, "window", window));
  }

  /** The plot between the market's stalls, whose codes begin like the hall's. */
  private static Geometry market() throws IOException {
    String hall = planted("market_hotspot").get(0);
    return hull("buildings", code -> code.startsWith(hall.substring(0, hall.indexOf("-X"))));
  }

  private static List<String> planted(String id) throws IOException {
    return DemoManifest.load().planted().stream()
        .filter(truth -> truth.id().equals(id))
        .findFirst()
        .orElseThrow()
        .codes();
  }

  private static Geometry hull(String layer, Predicate<String> codes) {
    LayerRows rows = new LayerRows(DemoInputs.view(layer), layer);
    return IntStream.range(0, rows.size())
        .filter(row -> codes.test(rows.code(row)))
        .mapToObj(row -> rows.block(row).geometries().geometry(rows.blockRow(row)).orElseThrow())
        .reduce(Geometry::union)
        .orElseThrow()
        .convexHull();
  }

  private static Object value(Feature cell, String field) {
    return cell.value(HazardAnalysis.DEFINITION.getLayer("hazard_hotspots").getIndex(field));
  }

  private static List<Feature> cells(AnalysisResult result, Geometry near) {
    return result.getLayer("hazard_hotspots").list().stream()
        .filter(cell -> cell.geometry().orElseThrow().intersects(near))
        .toList();
  }

  private static List<Feature> hot(AnalysisResult result) {
    return result.getLayer("hazard_hotspots").list().stream()
        .filter(cell -> "hot".equals(value(cell, "class")))
        .toList();
  }

  @Test
  void theEasternMarketHasMoreHazardsThanItsResidentsExplain() throws IOException {
    for (String window : List.of("365", WHOLE_HISTORY)) {
      assertThat(cells(result(window), market().getCentroid()))
          .as("in %s days", window)
          .singleElement()
          .satisfies(cell -> assertThat(value(cell, "more_than_residents")).isEqualTo(true));
    }
  }

  @Test
  void theEasternMarketIsInAHotSpotOfTheWholeHistory() throws IOException {
    assertThat(hot(result(WHOLE_HISTORY)))
        .anySatisfy(
            cell -> assertThat(cell.geometry().orElseThrow().intersects(market())).isTrue());
  }

  /** Many hazards were planted at the market and at some places of the spring round alone. */
  @Test
  void nothingElseIsHot() throws IOException {
    List<Geometry> crowds = new ArrayList<>(List.of(market()));
    for (String project : planted("spring_round")) {
      crowds.add(hull("projects", project::equals));
    }
    assertThat(hot(result(WHOLE_HISTORY)))
        .isNotEmpty()
        .allSatisfy(
            cell ->
                assertThat(
                        crowds.stream()
                            .mapToDouble(cell.geometry().orElseThrow()::distance)
                            .min()
                            .getAsDouble())
                    .as(cell.code())
                    .isLessThan(CELL_DEGREES));
  }
}
