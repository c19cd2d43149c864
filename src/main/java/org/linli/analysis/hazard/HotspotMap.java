package org.linli.analysis.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneGeometries;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** Where the hazards reported in the window crowd: the numbers and the layer. */
final class HotspotMap {
  private static final LayerDefinition DEFINITION =
      HazardAnalysis.DEFINITION.getLayer("hazard_hotspots");
  private static final String NOTHING = "nothing_to_count";

  private final Scope scope;
  private final Ground ground;
  private final Optional<Mesh> mesh;
  private final int[] cellOf;
  private final Optional<Hotspots> hotspots;
  private final Optional<ResidentsTest> residents;

  HotspotMap(AnalysisInputs inputs, Scope scope, Cancellation cancellation) {
    this.scope = scope;
    this.ground = scope.ground();
    HazardParameters parameters = scope.parameters();
    this.mesh = Mesh.of(inputs, ground, parameters.hexSideMetres());
    Optional<Mesh> filled = mesh.filter(some -> some.size() > 0 && scope.hasRecords());
    this.cellOf = filled.map(some -> some.cellsOf(ground.places())).orElse(new int[0]);
    this.hotspots =
        filled.map(
            some -> Hotspots.of(some, counts(some, this::isMapped), parameters, cancellation));
    this.residents = filled.map(this::residentsTest);
  }

  private boolean isHazard(int hazard) {
    return scope.isReportedInWindow(hazard)
        && !scope.casebook().isRejectedBy(hazard, scope.parameters().asOf());
  }

  private boolean isMapped(int hazard) {
    return isHazard(hazard) && cellOf[hazard] != Mesh.OUTSIDE;
  }

  private boolean isAttributed(int hazard) {
    return isMapped(hazard) && !ground.isAtUnknownResidents(hazard);
  }

  private int[] counts(Mesh cells, IntPredicate test) {
    int[] counts = new int[cells.size()];
    scope.filter(test).forEach(i -> counts[cellOf[i]]++);
    return counts;
  }

  private ResidentsTest residentsTest(Mesh cells) {
    double[] living = new double[cells.size()];
    ground.homes().ifPresent(homes -> settle(homes, cells.cellsOf(homes.shapes()), living));
    return ResidentsTest.of(
        cells, counts(cells, this::isAttributed), living, scope.parameters().falseDiscovery());
  }

  private static void settle(Homes homes, int[] cellOfHome, double[] living) {
    for (int b = 0; b < homes.size(); b++) {
      if (cellOfHome[b] != Mesh.OUTSIDE && homes.knowsResidents(b)) {
        living[cellOfHome[b]] += homes.residents()[b];
      }
    }
  }

  List<Metric> metrics() {
    if (hotspots.isEmpty()) {
      return Stream.of("hotspots.hot", "hotspots.cold", "hotspots.unexplained")
          .map(id -> scope.metric(id).absent(absence()))
          .toList();
    }
    Hotspots spots = hotspots.get();
    ResidentsTest test = residents.orElseThrow();
    return List.of(
        ofCells("hotspots.hot").quotient(spots.hot(), spots.mesh().size(), NOTHING),
        ofCells("hotspots.cold").quotient(spots.cold(), spots.mesh().size(), NOTHING),
        scope
            .metric("hotspots.unexplained")
            .counting(scope.where(this::isAttributed))
            .without(leftByResidents())
            .quotient(test.found(), test.tested(), "no_residents_around"));
  }

  private Metric.Draft ofCells(String id) {
    return scope.metric(id).counting(scope.where(this::isMapped)).without(left());
  }

  private String absence() {
    if (!scope.hasRecords()) {
      return "no_records";
    }
    return mesh.isEmpty() ? "too_many_cells" : "no_boundary";
  }

  private List<Exclusion> left() {
    IntPredicate placed = i -> !ground.places().isEmpty(i);
    return List.of(
        scope.reportedUnknown(),
        scope.without("rejected", i -> scope.isReportedInWindow(i) && !isHazard(i)),
        scope.without("no_place", i -> isHazard(i) && !placed.test(i)),
        scope.without("outside", i -> isHazard(i) && placed.test(i) && !isMapped(i)));
  }

  private List<Exclusion> leftByResidents() {
    List<Exclusion> left = new ArrayList<>(left());
    left.add(
        scope.without("at_residents_unknown", i -> isMapped(i) && ground.isAtUnknownResidents(i)));
    return left;
  }

  DerivedLayer layer() {
    return new DerivedLayer(DEFINITION, this::cells);
  }

  private void cells(Consumer<Feature> consumer) {
    hotspots.ifPresent(
        spots -> {
          for (int i = 0; i < spots.mesh().size(); i++) {
            consumer.accept(cell(spots, residents.orElseThrow(), i));
          }
        });
  }

  private Feature cell(Hotspots spots, ResidentsTest test, int i) {
    Mesh cells = spots.mesh();
    DerivedRow row =
        new DerivedRow(DEFINITION)
            .text("class", spots.isHot(i) ? "hot" : spots.isCold(i) ? "cold" : "neither")
            .whole("hazards", spots.counts()[i])
            .whole("cells_around", cells.around(i).length)
            .whole("hazards_around", cells.sumAround(i, spots.counts()))
            .real("z", spots.z()[i])
            .real("p", spots.p()[i])
            .real("residents_around", test.residents()[i])
            .real("expected_by_residents", test.expected()[i])
            .real("p_by_residents", test.p()[i]);
    if (!Double.isNaN(test.p()[i])) {
      row.flag("more_than_residents", test.unexplained()[i]);
    }
    return row.at(
        cells.cell(i).code(),
        PlaneGeometries.stored(cells.grid().polygon(cells.cell(i)), ground.planes()));
  }
}
