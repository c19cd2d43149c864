package org.linli.analysis.impact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Town;
import org.linli.layer.Audience;

/**
 * How often the intervals of the impact analysis hold what is true of simulated towns. An answer
 * that says fewer or more where nothing changed is a false alarm.
 */
public final class ImpactSimulation {
  private ImpactSimulation() {}

  /** How many were asked, how many got an answer, and of those how many were right. */
  public record Tally(int asked, int answered, int holding, int claiming) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          asked + other.asked,
          answered + other.answered,
          holding + other.holding,
          claiming + other.claiming);
    }

    static Tally unanswered() {
      return new Tally(1, 0, 0, 0);
    }

    static Tally of(Interval interval, double truth) {
      boolean claims = Verdict.of(interval) != Verdict.CANNOT_TELL;
      return new Tally(1, 1, interval.holds(truth) ? 1 : 0, claims ? 1 : 0);
    }

    /** The share of the asked that got an answer. */
    public double answerRate() {
      return (double) answered / asked;
    }

    /** The share of the answered whose interval holds the truth. */
    public double coverage() {
      return (double) holding / answered;
    }

    /** The share of the answered that says fewer, or more. */
    public double claims() {
      return (double) claiming / answered;
    }
  }

  /** Of single projects and of all projects of a town together. */
  public record Tallies(Tally single, Tally pooled) {
    Tallies plus(Tallies other) {
      return new Tallies(single.plus(other.single), pooled.plus(other.pooled));
    }
  }

  /** One combination of what is varied. */
  public record Cell(double shock, double effect, String placement) {
    private SimulatedTown.Truth truth() {
      return new SimulatedTown.Truth(shock, effect, SimulatedTown.Placement.valueOf(placement));
    }
  }

  /** Asks so many towns; town i of seed s is the same in every cell. */
  public static Tallies run(Cell cell, int towns, long seed) {
    return LongStream.range(0, towns)
        .parallel()
        .mapToObj(town -> ask(cell.truth(), seed * 1_000_003 + town))
        .reduce(new Tallies(Tally.NONE, Tally.NONE), Tallies::plus);
  }

  private static Tallies ask(SimulatedTown.Truth truth, long seed) {
    AnalysisInputs inputs = new SimulatedTown(truth, seed).inputs();
    ImpactParameters parameters =
        ImpactParameters.of(
            ImpactAnalysis.DEFINITION.values(Map.of("asOf", GridTown.AS_OF), Audience.STAFF));
    Town town = Town.of(inputs, ImpactReview.PLACED);
    Projects projects = Projects.of(inputs, town);
    LayerRows rows = inputs.rows("hazards").orElseThrow();
    Study study =
        new Study(
            town, projects, new Hazards(rows, town, projects, parameters.asOfMillis()), parameters);
    Changes changes =
        new Changes(
            Built.by(parameters.asOf(), projects),
            Optional.of(study),
            List.of(Study.Question.SITE),
            Cancellation.NONE);
    Tally single =
        IntStream.range(0, projects.size())
            .mapToObj(project -> changes.of(project, Study.Question.SITE))
            .map(change -> single(change, truth.effect()))
            .reduce(Tally.NONE, Tally::plus);
    return new Tallies(single, pooled(changes.pool(Study.Question.SITE), truth.effect()));
  }

  private static Tally single(Change change, double truth) {
    return change instanceof Change.Answer answer
        ? Tally.of(answer.interval(), truth)
        : Tally.unanswered();
  }

  private static Tally pooled(Pool pool, double truth) {
    return pool.hasEnoughProjects() && pool.hasEnoughHazards()
        ? Tally.of(pool.interval(), truth)
        : Tally.unanswered();
  }
}
