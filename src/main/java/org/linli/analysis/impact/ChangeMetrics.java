package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;

/** How often there is an answer about a single project, and what all together say. */
final class ChangeMetrics {
  private static final String OPEN = "open_above";
  private final Built built;
  private final Changes changes;
  private final List<Exclusion> uncounted;

  ChangeMetrics(Built built, Changes changes, Optional<Hazards> hazards) {
    this.built = built;
    this.changes = changes;
    this.uncounted = hazards.map(Hazards::uncounted).orElse(List.of());
  }

  List<Metric> all() {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(answered());
    metrics.addAll(pooled("hazards.change.pooled", Study.Question.SITE));
    metrics.addAll(
        pooled("hazards.change.without_residents.pooled", Study.Question.SITE_WITHOUT_RESIDENTS));
    metrics.addAll(pooled("hazards.displacement.pooled", Study.Question.RING));
    return metrics;
  }

  private Metric answered() {
    RowSet answered = built.where(project -> site(project) instanceof Change.Answer);
    List<Exclusion> left = lacking(this::site, true);
    return built
        .draft("hazards.change.answered", answered, left.toArray(Exclusion[]::new))
        .quotient(answered.size(), built.rows().length, "no_project");
  }

  private Change site(int project) {
    return changes.of(project, Study.Question.SITE);
  }

  /** Each reason with the projects that lack for it; one may lack for several. */
  private List<Exclusion> lacking(IntFunction<Change> change, boolean hazardsToo) {
    Map<String, IntStream.Builder> byReason = new TreeMap<>();
    for (int project : built.rows()) {
      if (change.apply(project) instanceof Change.NotEnough lacking
          && (hazardsToo || lacking.poolable().isEmpty())) {
        for (String reason : lacking.reasons()) {
          byReason.computeIfAbsent(reason, none -> IntStream.builder()).add(project);
        }
      }
    }
    List<Exclusion> left = new ArrayList<>(uncounted);
    byReason.forEach(
        (reason, rows) ->
            left.add(
                new Exclusion(reason, RowSet.of(built.projects().rows(), rows.build().toArray()))));
    return left;
  }

  private List<Metric> pooled(String id, Study.Question question) {
    IntFunction<Change> change = project -> changes.of(project, question);
    RowSet pooled = RowSet.of(built.projects().rows(), changes.pooled(question));
    List<Exclusion> left = lacking(change, false);
    left.add(
        new Exclusion(
            "overlapping",
            RowSet.of(
                built.projects().rows(),
                IntStream.of(changes.poolable(question))
                    .filter(project -> !pooled.contains(project))
                    .toArray())));
    return new Pooled(id, pooled, left.toArray(Exclusion[]::new)).metrics(changes.pool(question));
  }

  /** The numbers of one pool. */
  private final class Pooled {
    private final String id;
    private final RowSet counted;
    private final Exclusion[] left;

    Pooled(String id, RowSet counted, Exclusion[] left) {
      this.id = id;
      this.counted = counted;
      this.left = left;
    }

    private Metric.Draft draft(String part) {
      return built.draft(id + part, counted, left);
    }

    List<Metric> metrics(Pool pool) {
      Metric projects = draft(".projects").value(counted.size());
      if (!pool.hasEnoughProjects() || !pool.hasEnoughHazards()) {
        String reason = pool.hasEnoughProjects() ? "few_pooled_hazards" : "few_projects";
        return List.of(
            draft("").absent(reason),
            draft(".low").absent(reason),
            draft(".high").absent(reason),
            projects);
      }
      Interval interval = pool.interval();
      return List.of(
          draft("").valueOr(pool.estimate(), OPEN),
          draft(".low").valueOr(OptionalDouble.of(interval.low()), OPEN),
          draft(".high").valueOr(interval.high(), OPEN),
          projects);
    }
  }
}
