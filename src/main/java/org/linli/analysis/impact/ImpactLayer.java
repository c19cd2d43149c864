package org.linli.analysis.impact;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Town;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/** The completed projects with what they brought, as a layer. */
final class ImpactLayer {
  private static final LayerDefinition DEFINITION =
      ImpactAnalysis.DEFINITION.getLayer("project_impact");

  private final Built built;
  private final Town town;
  private final Reach reach;
  private final Parts parts;
  private final String[] titles;
  private final double[] costs;
  private final double[] contributions;

  /** What is known of each project besides its reach. */
  record Parts(
      Funding funding,
      Restored restored,
      Aftercare aftercare,
      Ratings ratings,
      Stages stages,
      Changes changes) {}

  ImpactLayer(Built built, Town town, Reach reach, Parts parts) {
    this.built = built;
    this.town = town;
    this.reach = reach;
    this.parts = parts;
    this.titles = built.projects().rows().texts("title");
    this.costs = built.projects().numbers("cost");
    this.contributions = built.projects().numbers("contributions");
  }

  DerivedLayer layer() {
    return new DerivedLayer(DEFINITION, this::projects);
  }

  /** The projects that come, go, or get another verdict in another layer. */
  LayerChanges changesTo(ImpactLayer other) {
    TreeMap<String, Integer> before = byCode();
    TreeMap<String, Integer> after = other.byCode();
    TreeMap<String, Integer> all = new TreeMap<>(before);
    all.putAll(after);
    List<String> changed =
        all.keySet().stream()
            .filter(
                code ->
                    !before.containsKey(code)
                        || !after.containsKey(code)
                        || verdict(before.get(code)) != other.verdict(after.get(code)))
            .toList();
    return LayerChanges.of(
        DEFINITION,
        changed,
        code ->
            new LayerChanges.Row(
                code,
                Optional.ofNullable(before.get(code)).map(this::project),
                Optional.ofNullable(after.get(code)).map(other::project)));
  }

  private TreeMap<String, Integer> byCode() {
    TreeMap<String, Integer> rows = new TreeMap<>();
    built.stream().forEach(project -> rows.put(built.projects().rows().code(project), project));
    return rows;
  }

  private Verdict verdict(int project) {
    return Verdict.of(parts.changes().of(project, Study.Question.SITE));
  }

  private void projects(Consumer<Feature> consumer) {
    built.stream().forEach(project -> consumer.accept(project(project)));
  }

  private Feature project(int project) {
    DerivedRow row = new DerivedRow(DEFINITION);
    if (titles[project] != null) {
      row.text("title", titles[project]);
    }
    change("", parts.changes().of(project, Study.Question.SITE), row);
    change(
        "without_residents_",
        parts.changes().of(project, Study.Question.SITE_WITHOUT_RESIDENTS),
        row);
    change("ring_", parts.changes().of(project, Study.Question.RING), row);
    people(project, row);
    course(project, row);
    LayerRows rows = built.projects().rows();
    return row.at(
        rows.code(project),
        rows.block(project).geometries().geometry(rows.blockRow(project)).orElse(null));
  }

  private static void change(String prefix, Change change, DerivedRow row) {
    row.text(prefix + "verdict", Verdict.of(change).code());
    LocalText card = Card.of(change);
    row.text(prefix + "card", card.zh());
    row.text(prefix + "card_en", card.en());
    row.text(prefix + "card_bo", card.bo());
    change.counted().ifPresent(counts -> counts(prefix, counts, row));
    if (change instanceof Change.NotEnough lacking) {
      row.text(prefix + "lacking", String.join(" ", lacking.reasons()));
    }
    if (change instanceof Change.Answer answer) {
      answer(prefix, answer, row);
    }
  }

  private static void counts(String prefix, Counts counts, DerivedRow row) {
    row.whole(prefix + "hazards_before", (long) counts.site().before());
    row.whole(prefix + "hazards_after", counts.after());
    row.whole(prefix + "comparison_sites", counts.comparison().sites());
    row.whole(prefix + "comparison_before", counts.comparison().before());
    row.whole(prefix + "comparison_after", counts.comparison().after());
  }

  private static void answer(String prefix, Change.Answer answer, DerivedRow row) {
    row.real(prefix + "comparison_percent", percent(answer.counts().comparison().kappa()));
    row.real(prefix + "expected_after", answer.ratio().expected());
    answer
        .ratio()
        .estimate()
        .ifPresent(change -> row.real(prefix + "change_percent", percent(change)));
    row.real(prefix + "low_percent", percent(answer.interval().low()));
    answer.interval().high().ifPresent(high -> row.real(prefix + "high_percent", percent(high)));
    row.real(prefix + "smallest_fall_percent", 100 * answer.smallestReduction());
  }

  private static double percent(double ratio) {
    return 100 * (ratio - 1);
  }

  private void people(int project, DerivedRow row) {
    BitSet reached = reach.of(IntStream.of(project));
    double residents = sum(reached, town.residents());
    double households = sum(reached, town.households());
    row.whole("buildings", reached.cardinality());
    row.real("residents", residents);
    row.real("households", households);
    row.real("cost_per_resident", costs[project] / residents);
    row.real("contributions_per_household", contributions[project] / households);
  }

  /** NaN where there are buildings, and of none it is known. */
  private static double sum(BitSet buildings, double[] counts) {
    double[] known =
        buildings.stream().mapToDouble(b -> counts[b]).filter(n -> !Double.isNaN(n)).toArray();
    return known.length == 0 && !buildings.isEmpty()
        ? Double.NaN
        : java.util.Arrays.stream(known).sum();
  }

  /** With the cost, which is public, either of the first two tells what the givers gave. */
  private void funding(int project, DerivedRow row) {
    Funding funding = parts.funding();
    if (funding.telling(project) == Funding.Telling.TOLD) {
      row.real("leverage", funding.leverage(project));
      row.flag("no_public_money", funding.isWithoutPublicMoney(project));
    }
    row.text("funding_told", funding.telling(project).code());
    funding.given(project).forEach((source, money) -> row.real("given_" + source, money));
  }

  private void course(int project, DerivedRow row) {
    funding(project, row);
    row.real("green_restored", parts.restored().squareMetres(project));
    row.text(
        "aftercare",
        parts.aftercare().lastStanding(project).name().toLowerCase(java.util.Locale.ROOT));
    row.real("rating", parts.ratings().mean(project));
    row.real("rating_spread", parts.ratings().spread(project));
    parts.ratings().countToTen(project).ifPresent(count -> row.whole("ratings", count));
    List<String> stages = Stages.ended();
    for (int i = 0; i < stages.size(); i++) {
      row.real("days_" + stages.get(i), parts.stages().days(i, project));
    }
  }
}
