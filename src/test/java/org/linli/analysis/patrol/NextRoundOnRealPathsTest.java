package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Liechtenstein;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.WalkNetwork;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A round on the ways of a real town, among 150 of its houses that nobody came to; beside it one
 * that always goes on to the nearest house.
 */
class NextRoundOnRealPathsTest {
  private static final double METRES_A_SECOND = 4 / 3.6;
  private static final double BUDGET_SECONDS = 45 * 60;
  private static final double DAY_SECONDS = 86_400;
  private static final Envelope VADUZ = new Envelope(9.505, 9.530, 47.125, 47.155);
  private static final LayerDefinition BUILDINGS = BuiltInLayers.find("buildings").orElseThrow();

  private static AnalysisInputs inputs(Random random) {
    LayerRows rows = new LayerRows(Liechtenstein.view("buildings"), "buildings");
    List<Feature> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Geometry footprint = rows.block(i).geometries().geometry(rows.blockRow(i)).orElseThrow();
      if (VADUZ.contains(footprint.getEnvelopeInternal())) {
        Object[] values = new Object[BUILDINGS.fields().size()];
        values[BUILDINGS.getIndex("residents")] = (long) (1 + random.nextInt(60));
        values[BUILDINGS.getIndex("patrol_interval_hours")] = 24.0;
        all.add(new Feature(rows.code(i), footprint, values));
      }
    }
    java.util.Collections.shuffle(all, random);
    return new AnalysisInputs(
        Map.of(
            "buildings",
            LayerView.of(BUILDINGS, Audience.STAFF, all.subList(0, 150)),
            "paths",
            Liechtenstein.view("paths")));
  }

  private static NextRound round(AnalysisInputs inputs) {
    return NextRound.of(
        inputs,
        RoundParameters.of(
            NextRoundAnalysis.DEFINITION.values(
                Map.of(
                    "asOf", GridTown.AS_OF,
                    "start", "9.521,47.141",
                    "budget", "45",
                    "watchedFrom", "2026-01-01T00:00:00Z"),
                Audience.STAFF)),
        Cancellation.NONE);
  }

  /** In person-days: always on to the nearest house, as long as there is time. */
  private static double nearestFirst(AnalysisInputs inputs, NextRound round) {
    Precinct precinct = round.watch().precinct();
    Ground ground =
        PathGround.find(
                WalkNetwork.of(inputs.rows("paths").orElseThrow(), precinct.planes()),
                round.way().get(0),
                precinct.shapes(),
                IntStream.range(0, precinct.size()).toArray(),
                new PathGround.Distances(BUDGET_SECONDS * METRES_A_SECOND, 50, 20))
            .orElseThrow();
    boolean[] been = new boolean[ground.buildings().length + 1];
    double seconds = 0;
    double avoided = 0;
    for (int at = 0; at >= 0; ) {
      int from = at;
      been[at] = true;
      at =
          IntStream.range(1, been.length)
              .filter(place -> !been[place])
              .reduce(
                  -1,
                  (one, other) ->
                      one < 0 || ground.metres(from, other) < ground.metres(from, one)
                          ? other
                          : one);
      seconds += at < 0 ? 0 : ground.metres(from, at) / METRES_A_SECOND;
      at = seconds <= BUDGET_SECONDS ? at : -1;
      if (at > 0) {
        avoided += precinct.residents(ground.buildings()[at - 1]) * (DAY_SECONDS - seconds);
      }
    }
    return avoided / DAY_SECONDS;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRoundKeepsToItsTimeAndAvoidsMoreThanOneFromHouseToNearestHouse(long seed) {
    AnalysisInputs inputs = inputs(new Random(seed));
    NextRound round = round(inputs);
    List<Coordinate> way = round.way();
    double metres = 0;
    for (int i = 1; i < way.size(); i++) {
      metres += way.get(i).distance(way.get(i - 1));
    }
    assertThat(round.mode()).as("seed %d", seed).isEqualTo("walk");
    assertThat(metres / METRES_A_SECOND).as("seed %d", seed).isLessThanOrEqualTo(BUDGET_SECONDS);
    assertThat(round.stops()).as("seed %d", seed).isGreaterThan(5);
    Geometry line = PlaneGeometries.metres().createLineString(way.toArray(Coordinate[]::new));
    double avoided = 0;
    for (int stop = 0; stop < round.stops(); stop++) {
      int building = round.building(stop);
      avoided += round.personDays(stop);
      Geometry home = PlaneGeometries.geometry(round.watch().precinct().shapes(), building);
      assertThat(line.distance(home)).as("seed %d, stop %d", seed, stop).isLessThanOrEqualTo(25);
    }
    assertThat(avoided).as("seed %d", seed).isGreaterThan(nearestFirst(inputs, round));
  }
}
