package org.linli.analysis.equity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.analysis.Town;
import org.linli.layer.FieldType;

/** One look at how projects are shared among the communities of one level. */
final class Review {
  private static final List<String> PLACED =
      List.of("buildings", "projects", "communities", "green_spaces", "hazards");

  private final EquityParameters parameters;
  private final Peers peers;
  private final Homes homes;
  private final Belonging belonging;
  private final Optional<Instant> dataUntil;
  private final List<Shares> shares;

  Review(AnalysisInputs inputs, EquityParameters parameters, Cancellation cancellation) {
    this.parameters = parameters;
    inputs.requiredRows("buildings").require("residents", FieldType.INTEGER, FieldType.REAL);
    inputs.get("communities");
    Town town = Town.of(inputs, PLACED);
    this.peers = Peers.of(town.communities().orElseThrow(), parameters.level());
    this.homes = Homes.of(town, peers);
    Portioner portioner = new Portioner(town, homes, parameters.reachMetres());
    BuiltProjects projects = BuiltProjects.of(inputs, town.planes(), parameters.asOf());
    this.belonging = new Belonging(projects, portioner, cancellation);
    this.dataUntil = projects.dataUntil();
    Need need = Need.of(inputs, town, parameters);
    Draws draws = new Draws(portioner, homes, parameters, cancellation);
    this.shares =
        new Measures(projects, parameters.asOf().toEpochMilli())
            .all(inputs, town.planes()).stream()
                .map(measure -> new Shares(measure, belonging, homes, need, draws))
                .toList();
  }

  AnalysisResult result() {
    Draft draft = new Draft(parameters.asOf(), dataUntil.isPresent());
    Neglected neglected = new Neglected(peers, homes, belonging, shares.get(0));
    List<Metric> metrics = new ArrayList<>(neglected.metrics(draft));
    List<Series> series = new ArrayList<>();
    for (Shares one : shares) {
      ShareMetrics about = new ShareMetrics(one, peers, homes, belonging, draft);
      metrics.addAll(about.all());
      series.add(about.lorenz());
    }
    series.add(neglected.series(draft));
    return new AnalysisResult(
        EquityAnalysis.DEFINITION.id(),
        parameters.asOf(),
        dataUntil,
        false,
        metrics,
        areas(draft, neglected),
        series,
        List.of());
  }

  private List<AreaMetrics> areas(Draft draft, Neglected neglected) {
    List<AreaMetrics> areas = new ArrayList<>();
    for (int peer = 0; peer < peers.size(); peer++) {
      List<Metric> metrics = new ArrayList<>();
      metrics.add(neglected.reached(draft, peer));
      for (Shares one : shares) {
        metrics.add(new ShareMetrics(one, peers, homes, belonging, draft).rate(peer));
      }
      areas.add(
          new AreaMetrics(peers.code(peer), peers.tree().parentCode(peers.row(peer)), metrics));
    }
    return areas;
  }
}
