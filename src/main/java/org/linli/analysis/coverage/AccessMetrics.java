package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Communities;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;
import org.linli.analysis.coverage.Answers.Standing;

/** The numbers of the access analysis. */
final class AccessMetrics {
  private static final String NOTHING = "nothing_to_count";
  private static final double LITTLE_SQUARE_METRES = 1;

  private final Town homes;
  private final Greens greens;
  private final Answers answers;
  private final AccessParameters parameters;
  private final FloatingCatchment catchment;
  private final DataEdge edge;
  private final int[] everybody;

  AccessMetrics(
      Town homes,
      Greens greens,
      Answers answers,
      FloatingCatchment catchment,
      DataEdge edge,
      AccessParameters parameters) {
    this.homes = homes;
    this.greens = greens;
    this.answers = answers;
    this.catchment = catchment;
    this.edge = edge;
    this.parameters = parameters;
    this.everybody = IntStream.range(0, homes.size()).toArray();
  }

  FloatingCatchment catchment() {
    return catchment;
  }

  List<Metric> all() {
    List<Metric> metrics = new ArrayList<>(reach(everybody));
    metrics.addAll(perResident());
    metrics.add(unreached());
    metrics.add(atEdge());
    return metrics;
  }

  private Metric atEdge() {
    int placed = 0;
    int near = 0;
    for (int b : everybody) {
      placed += homes.hasPlace(b) ? 1 : 0;
      near += edge.isNear(b) ? 1 : 0;
    }
    return draft("access.at_edge")
        .counting(where(everybody, edge::isNear))
        .quotient(near, placed, NOTHING);
  }

  /** The headline of every community, with the homes in those below it. */
  List<AreaMetrics> areas() {
    if (homes.communities().isEmpty()) {
      return List.of();
    }
    Communities tree = homes.communities().get();
    Map<Integer, IntStream.Builder> members = new TreeMap<>();
    for (int b = 0; b < homes.size(); b++) {
      int area = homes.areas()[b];
      for (int steps = 0; area >= 0 && steps <= tree.size(); steps++) {
        members.computeIfAbsent(area, none -> IntStream.builder()).add(b);
        area = tree.parent(area);
      }
    }
    List<AreaMetrics> areas = new ArrayList<>();
    members.forEach(
        (area, some) ->
            areas.add(
                new AreaMetrics(
                    tree.rows().code(area), tree.parentCode(area), reach(some.build().toArray()))));
    return areas;
  }

  AccessLayer layer() {
    return new AccessLayer(homes, greens, answers, catchment, edge);
  }

  private Metric.Draft draft(String id) {
    return Metric.of(AccessAnalysis.DEFINITION.getMetric(id), parameters.asOf());
  }

  private RowSet where(int[] buildings, IntPredicate test) {
    return RowSet.where(homes.rows(), buildings, test);
  }

  private boolean isAnswered(int building) {
    return homes.hasPlace(building) && answers.of(building).isKnown();
  }

  private List<Exclusion> unanswered(int[] buildings) {
    List<Exclusion> left = new ArrayList<>();
    left.add(new Exclusion("no_place", where(buildings, b -> !homes.hasPlace(b))));
    left.add(standing("not_joined", Standing.NOT_JOINED, buildings));
    left.add(standing("cut_off", Standing.CUT_OFF, buildings));
    left.addAll(answers.unused());
    return left;
  }

  private Exclusion standing(String reason, Standing standing, int[] buildings) {
    return new Exclusion(
        reason, where(buildings, b -> homes.hasPlace(b) && answers.of(b) == standing));
  }

  private List<Metric> reach(int[] buildings) {
    List<Exclusion> unanswered = unanswered(buildings);
    List<Exclusion> unpeopled = new ArrayList<>(unanswered);
    unpeopled.add(
        new Exclusion(
            "residents_unknown", where(buildings, b -> isAnswered(b) && !homes.knowsResidents(b))));
    IntPredicate peopled = homes::knowsResidents;
    IntPredicate beyond = b -> isAnswered(b) && answers.of(b) == Standing.BEYOND;
    Tally tally = new Tally(buildings);
    Metric.Draft deficit =
        draft("access.deficit").counting(where(buildings, peopled.and(beyond))).without(unpeopled);
    return List.of(
        draft("access.share")
            .counting(where(buildings, peopled.and(this::isAnswered)))
            .without(unpeopled)
            .quotient(tally.residentsWithin, tally.residents, NOTHING),
        draft("access.buildings")
            .counting(where(buildings, this::isAnswered))
            .without(unanswered)
            .quotient(tally.within, tally.answered, NOTHING),
        tally.peopled == 0 ? deficit.absent(NOTHING) : deficit.value(tally.residentsBeyond));
  }

  /** What some buildings add up to. */
  private final class Tally {
    private int answered;
    private int within;
    private int peopled;
    private double residents;
    private double residentsWithin;
    private double residentsBeyond;

    Tally(int[] buildings) {
      for (int b : buildings) {
        if (isAnswered(b)) {
          add(b, answers.of(b) == Standing.WITHIN);
        }
      }
    }

    private void add(int building, boolean isWithin) {
      answered++;
      within += isWithin ? 1 : 0;
      if (homes.knowsResidents(building)) {
        double people = homes.residents()[building];
        peopled++;
        residents += people;
        residentsWithin += isWithin ? people : 0;
        residentsBeyond += isWithin ? 0 : people;
      }
    }
  }

  private List<Metric> perResident() {
    List<Exclusion> left = new ArrayList<>(unanswered(everybody));
    left.add(
        new Exclusion(
            "residents_unknown", where(everybody, b -> isAnswered(b) && !homes.knowsResidents(b))));
    left.add(new Exclusion("not_open_or_bare", greens.unfit()));
    left.add(new Exclusion("too_small", greens.tooSmall()));
    RowSet counted = where(everybody, b -> isAnswered(b) && homes.residents()[b] > 0);
    Metric.Draft median = draft("access.green_per_resident.median");
    Metric.Draft tenth = draft("access.green_per_resident.p10");
    Metric.Draft under = draft("access.green_per_resident.under_1");
    if (greens.size() > 0 && !greens.hasAreas()) {
      return List.of(median.absent("no_areas"), tenth.absent("no_areas"), under.absent("no_areas"));
    }
    return List.of(
        median.counting(counted).without(left).valueOr(catchment.quantile(0.5), NOTHING),
        tenth.counting(counted).without(left).valueOr(catchment.quantile(0.1), NOTHING),
        under
            .counting(counted)
            .without(left)
            .quotient(
                catchment.residentsUnder(LITTLE_SQUARE_METRES), catchment.residents(), NOTHING));
  }

  private Metric unreached() {
    double area =
        greens
            .sites()
            .filter(site -> !catchment.isReached(site))
            .mapToDouble(site -> greens.site(site).squareMetres())
            .sum();
    return draft("access.green_unreached")
        .counting(greens.where(site -> !catchment.isReached(site)))
        .value(area);
  }
}
