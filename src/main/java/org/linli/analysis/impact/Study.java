package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Town;

/** Compares zones around projects with squares of the same area elsewhere. */
final class Study {
  private static final int LEAST_HAZARDS = 20;

  private final Town town;
  private final Middles buildings;
  private final Projects projects;
  private final Middles places;
  private final Hazards hazards;
  private final ImpactParameters parameters;
  private final Lattice circles;
  private final Lattice rings;

  /** What is asked of a project. */
  enum Question {
    /** All hazards of the circle. */
    SITE,
    /** Without residents' reports, for those who were asked to look report more. */
    SITE_WITHOUT_RESIDENTS,
    /** All hazards of the ring around it, where they may have gone. */
    RING;

    Zone zone(double x, double y, double radius) {
      return this == RING ? new Zone(x, y, radius, 2 * radius) : new Zone(x, y, 0, radius);
    }
  }

  Study(Town town, Projects projects, Hazards hazards, ImpactParameters parameters) {
    this.town = town;
    this.buildings = Middles.of(town.shapes());
    this.projects = projects;
    this.places = Middles.of(projects.shapes());
    this.hazards = hazards;
    this.parameters = parameters;
    this.circles = lattice(Question.SITE);
    this.rings = lattice(Question.RING);
  }

  /** The same study with other projects, of which some were there before. */
  private Study(Study before, Projects projects, Hazards hazards, int[] same) {
    this.town = before.town;
    this.buildings = before.buildings;
    this.projects = projects;
    this.places = Middles.of(projects.shapes());
    this.hazards = hazards;
    this.parameters = before.parameters;
    this.circles = before.circles.with(projects, same, parameters);
    this.rings = before.rings.with(projects, same, parameters);
  }

  Study with(Projects others, Hazards hazards, int[] same) {
    return new Study(this, others, hazards, same);
  }

  /** Whether any of some projects was under way while a project's hazards are counted. */
  boolean isAbout(int project, Projects others, int[] some) {
    long proposed = projects.proposed(project);
    long completed = projects.completed(project);
    if (proposed == LayerRows.NEVER || proposed > completed) {
      return false;
    }
    Windows windows =
        Windows.of(proposed, completed, parameters.asOfMillis(), parameters.windowDays());
    return IntStream.of(some)
        .anyMatch(other -> others.isActive(other, windows.beforeFrom(), windows.afterTo()));
  }

  private Lattice lattice(Question question) {
    double area = question.zone(0, 0, parameters.radius()).squareMetres();
    return new Lattice(area, buildings, hazards, projects, town, parameters);
  }

  /** What hazards did around a completed project. */
  Change change(int project, Question question) {
    long proposed = projects.proposed(project);
    long completed = projects.completed(project);
    if (!places.has(project)) {
      return Change.NotEnough.nothingCounted("no_place");
    }
    if (proposed == LayerRows.NEVER) {
      return Change.NotEnough.nothingCounted("proposal_undated");
    }
    if (proposed > completed) {
      return Change.NotEnough.nothingCounted("dates_out_of_order");
    }
    Windows windows =
        Windows.of(proposed, completed, parameters.asOfMillis(), parameters.windowDays());
    return windows.isLongEnough()
        ? change(project, question, windows)
        : Change.NotEnough.nothingCounted("too_soon");
  }

  private Change change(int project, Question question, Windows windows) {
    Counts counts = count(project, question, windows);
    List<String> lacking = new ArrayList<>();
    int place = town.planes().placeAt(places.x(project));
    if (hazards.beginning(place) > windows.beforeFrom()) {
      lacking.add("records_too_short");
    }
    if (hasNeighbour(project, windows)) {
      lacking.add("neighbour");
    }
    if (!counts.comparison().hasEnoughSites()) {
      lacking.add("few_sites");
    }
    if (!counts.comparison().hasEnoughHazards()) {
      lacking.add("few_comparison_hazards");
    }
    return change(counts, lacking);
  }

  private static Change change(Counts counts, List<String> lacking) {
    Optional<RateRatio> ratio =
        Optional.of(counts).filter(some -> lacking.isEmpty()).map(Counts::ratio);
    if (ratio.isPresent() && !counts.isLikeOthers()) {
      lacking.add("unlike_places");
    } else if (ratio.orElse(null) instanceof HistoryRatio past && !past.isExpected()) {
      lacking.add("no_history");
    }
    Optional<RateRatio> fit = ratio.filter(one -> lacking.isEmpty()).filter(one -> one.total() > 0);
    if (counts.total() < LEAST_HAZARDS) {
      lacking.add(0, "few_hazards");
    }
    return lacking.isEmpty()
        ? Change.Answer.of(counts, fit.orElseThrow())
        : new Change.NotEnough(lacking, Optional.of(counts), fit);
  }

  private boolean hasNeighbour(int project, Windows windows) {
    double x = places.x(project);
    double y = places.y(project);
    return IntStream.range(0, projects.size())
        .filter(other -> other != project && !projects.shapes().isEmpty(other))
        .filter(other -> projects.isActive(other, windows.beforeFrom(), windows.afterTo()))
        .anyMatch(other -> projects.shapes().distance(other, x, y) <= parameters.apart());
  }

  /** The hazards of a site, each once, and of the squares that it is compared with. */
  private Counts count(int project, Question question, Windows windows) {
    Zone zone = question.zone(places.x(project), places.y(project), parameters.radius());
    Lattice lattice = question == Question.RING ? rings : circles;
    int inside = buildings.countIn(zone);
    BitSet compared = compared(lattice, inside, windows);
    IntPredicate wanted =
        hazard -> hazards.counts(hazard, project, question != Question.SITE_WITHOUT_RESIDENTS);
    Tally before = new Tally(zone, lattice);
    Tally earlier = new Tally(zone, lattice);
    Tally after = new Tally(zone, lattice);
    add(windows.beforeFrom(), windows.beforeTo(), wanted, before);
    long known = recordsBegin(project, lattice, compared);
    long twoYears = projects.proposed(project) - Windows.HISTORY_MILLIS;
    add(Math.max(known, twoYears), windows.beforeFrom(), wanted, earlier);
    add(windows.beforeTo(), projects.proposed(project), wanted, earlier);
    add(windows.afterFrom(), windows.afterTo(), wanted, after);
    Pasts pasts = new Pasts(lattice, compared, before, earlier);
    return new Counts(
        pasts.ofSite(inside, buildings.countIn(zone.around())),
        after.inside(),
        new Comparison(
            compared.stream().mapToObj(pasts::ofSquare).toList(),
            compared.stream().map(after::square).toArray()),
        known <= twoYears);
  }

  private void add(long from, long to, IntPredicate wanted, Tally tally) {
    hazards.between(
        from,
        to,
        hazard -> {
          if (wanted.test(hazard)) {
            tally.add(hazard, hazards.x(hazard), hazards.y(hazard));
          }
        });
  }

  /** When records begin in the last of the towns compared. */
  private long recordsBegin(int project, Lattice lattice, BitSet compared) {
    long here = hazards.beginning(town.planes().placeAt(places.x(project)));
    return compared.stream().mapToLong(lattice::recordsBegin).reduce(here, Math::max);
  }

  /**
   * Squares beyond the reach of any project active in between, with at least half as many
   * buildings. Where a town's records began only later nothing can be compared.
   */
  private BitSet compared(Lattice lattice, int siteBuildings, Windows windows) {
    BitSet taken = new BitSet();
    IntStream.range(0, projects.size())
        .filter(other -> projects.isActive(other, windows.beforeFrom(), windows.afterTo()))
        .forEach(other -> lattice.addNear(other, taken));
    BitSet compared = new BitSet();
    IntStream.range(0, lattice.size())
        .filter(square -> !taken.get(square))
        .filter(square -> 2 * lattice.buildings(square) >= siteBuildings)
        .filter(square -> lattice.isRecordedSince(square, windows.beforeFrom()))
        .forEach(compared::set);
    return compared;
  }

  /** Those of some projects that can be pooled: by code, each beyond the circles before it. */
  int[] disjoint(int[] some, Question question) {
    double apart = 2 * question.zone(0, 0, parameters.radius()).outer();
    List<Integer> taken = new ArrayList<>();
    for (int project : some) {
      if (taken.stream().allMatch(other -> metres(project, other) > apart)) {
        taken.add(project);
      }
    }
    return taken.stream().mapToInt(Integer::intValue).toArray();
  }

  private double metres(int one, int other) {
    return Math.hypot(places.x(one) - places.x(other), places.y(one) - places.y(other));
  }
}
