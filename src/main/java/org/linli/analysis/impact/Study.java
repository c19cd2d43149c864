package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.LayerRows;

/** Compares zones around projects with squares of the same area elsewhere. */
final class Study {
  static final String FEW_HAZARDS = "few_hazards";
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
    RateRatio ratio = count(project, question, windows);
    List<String> lacking = new ArrayList<>();
    int place = town.planes().placeAt(places.x(project));
    if (hazards.beginning(place) > windows.beforeFrom()) {
      lacking.add("records_too_short");
    }
    if (hasNeighbour(project, windows)) {
      lacking.add("neighbour");
    }
    if (ratio.total() < LEAST_HAZARDS) {
      lacking.add(FEW_HAZARDS);
    }
    if (!ratio.comparison().hasEnoughSites()) {
      lacking.add("few_sites");
    }
    if (!ratio.comparison().hasEnoughHazards()) {
      lacking.add("few_comparison_hazards");
    }
    return lacking.isEmpty()
        ? Change.Answer.of(ratio)
        : new Change.NotEnough(lacking, Optional.of(ratio));
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
  private RateRatio count(int project, Question question, Windows windows) {
    Zone zone = question.zone(places.x(project), places.y(project), parameters.radius());
    Lattice lattice = question == Question.RING ? rings : circles;
    boolean residents = question != Question.SITE_WITHOUT_RESIDENTS;
    BitSet compared = compared(lattice, buildings.countIn(zone), windows);
    int[] site = new int[2];
    int[][] squares = new int[2][lattice.size()];
    for (int when = 0; when < 2; when++) {
      int[] sum = squares[when];
      int at = when;
      hazards.between(
          when == 0 ? windows.beforeFrom() : windows.afterFrom(),
          when == 0 ? windows.beforeTo() : windows.afterTo(),
          hazard -> {
            if (hazards.counts(hazard, project, residents)) {
              site[at] += zone.holds(hazards.x(hazard), hazards.y(hazard)) ? 1 : 0;
              sum[lattice.ofHazard(hazard)]++;
            }
          });
    }
    return new RateRatio(site[0], site[1], comparison(compared, squares));
  }

  private static Comparison comparison(BitSet compared, int[][] squares) {
    return Comparison.of(
        compared.stream().map(square -> squares[0][square]).toArray(),
        compared.stream().map(square -> squares[1][square]).toArray());
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
