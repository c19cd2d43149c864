package org.linli.analysis.patrol;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.PlaneGeometries;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A round as layers: the walk and its stops. */
final class RoundLayers {
  private static final LayerDefinition WALK = NextRoundAnalysis.DEFINITION.getLayer("next_round");
  private static final LayerDefinition STOPS =
      NextRoundAnalysis.DEFINITION.getLayer("next_round_stops");
  private static final double SECONDS_A_MINUTE = 60;

  private final NextRound round;
  private final Precinct precinct;

  RoundLayers(NextRound round) {
    this.round = round;
    this.precinct = round.watch().precinct();
  }

  DerivedLayer walk() {
    return new DerivedLayer(
        WALK,
        consumer -> {
          if (round.way().size() > 1) {
            consumer.accept(line());
          }
        });
  }

  private Feature line() {
    double personDays = IntStream.range(0, round.stops()).mapToDouble(round::personDays).sum();
    Geometry line =
        PlaneGeometries.metres().createLineString(round.way().toArray(Coordinate[]::new));
    return new DerivedRow(WALK)
        .text("mode", round.mode())
        .whole("stops", round.stops())
        .real("metres", round.metres())
        .real("minutes", round.seconds() / SECONDS_A_MINUTE)
        .real("person_days_avoided", personDays)
        .at("round", PlaneGeometries.stored(line, precinct.planes()));
  }

  DerivedLayer stops() {
    return new DerivedLayer(STOPS, this::stops);
  }

  private void stops(Consumer<Feature> consumer) {
    GapDays gaps = new GapDays(round.watch());
    String[] names = precinct.rows().texts("name");
    String[] english = precinct.rows().texts("name_en");
    String[] tibetan = precinct.rows().texts("name_bo");
    List<Double> totals = totals();
    for (int stop = 0; stop < round.stops(); stop++) {
      int building = round.building(stop);
      DerivedRow row =
          new DerivedRow(STOPS)
              .text("name", names[building])
              .text("name_en", english[building])
              .text("name_bo", tibetan[building])
              .whole("order", stop + 1)
              .instant("arrives_at", arrival(stop))
              .real("minutes", round.arrival(stop) / SECONDS_A_MINUTE)
              .real("metres", round.metresTo(stop))
              .real("residents", precinct.residents(building))
              .real("gap_person_days", gaps.openNow(building))
              .real("person_days_avoided", round.personDays(stop))
              .real("person_days_total", totals.get(stop));
      Geometry spot = PlaneGeometries.metres().createPoint(round.spot(stop));
      consumer.accept(
          row.at(precinct.rows().code(building), PlaneGeometries.stored(spot, precinct.planes())));
    }
  }

  private List<Double> totals() {
    double[] total = new double[1];
    return IntStream.range(0, round.stops())
        .mapToObj(stop -> total[0] += round.personDays(stop))
        .toList();
  }

  private Instant arrival(int stop) {
    return round
        .watch()
        .parameters()
        .asOfInstant()
        .plusMillis(Math.round(round.arrival(stop) * 1000));
  }
}
