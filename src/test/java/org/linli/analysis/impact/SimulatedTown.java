package org.linli.analysis.impact;

import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.GridTown;

/**
 * A made-up town in which it is known what projects did. Compounds of 300 m hold up to 24 buildings
 * each. Hazards come to a building at random, at a rate that is high or low together over some 600
 * m, differs from one building to the next by a gamma frailty of variance ½, and is shaken anew for
 * each compound and calendar year. Once a project stands, the rate at buildings within 150 m is
 * multiplied by its effect.
 */
final class SimulatedTown {
  /** Where the projects are. */
  enum Placement {
    /** Anywhere. */
    AT_RANDOM,
    /** Where there were most hazards in the year that ends when before begins. */
    MOST_HAZARDS_EARLIER,
    /** Where there were most hazards before: what is counted then is partly why it is counted. */
    MOST_HAZARDS_BEFORE,
    /** Where there were most in those two years together. */
    MOST_HAZARDS_IN_TWO_YEARS
  }

  /**
   * What is true of a town.
   *
   * @param shock standard deviation of the logarithm of the rate of a compound from year to year
   * @param effect what hazards are multiplied by
   */
  record Truth(double shock, double effect, Placement placement) {}

  static final int PROJECTS = 12;
  private static final int COMPOUNDS_A_SIDE = 13;
  private static final double COMPOUND_METRES = 300;
  private static final int MOST_BUILDINGS = 24;
  private static final double HAZARDS_A_YEAR = 1.0;
  private static final double FIELD_SD = 0.4;
  private static final double FIELD_METRES = 600;
  private static final int WAVES = 40;
  private static final double RADIUS = 150;
  private static final double APART_METRES = 320;
  private static final int CANDIDATES = 400;
  private static final int FIRST_YEAR = 2023;
  private static final int YEARS = 4;
  private static final long START = day(LocalDate.of(FIRST_YEAR, 1, 1));
  private static final long END = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();
  private static final double YEAR_MILLIS = 365.25 * 24 * 3_600_000;

  private final SplittableRandom random;
  private final Truth truth;
  private final List<Building> buildings = new ArrayList<>();
  private final List<Hazard> hazards = new ArrayList<>();
  private final List<Project> projects = new ArrayList<>();

  private record Building(double x, double y, int compound, double rate) {}

  private record Hazard(double x, double y, long at) {}

  private record Project(double x, double y, LocalDate proposed, LocalDate completed) {
    boolean reaches(Hazard hazard) {
      return Math.hypot(hazard.x - x, hazard.y - y) <= RADIUS;
    }
  }

  SimulatedTown(Truth truth, long seed) {
    this.random = new SplittableRandom(seed);
    this.truth = truth;
    build();
    happen();
    place();
    hazards.removeIf(this::isPrevented);
  }

  private static long day(LocalDate day) {
    return CommunityTime.startOf(day);
  }

  private void build() {
    double[][] waves = new double[WAVES][];
    for (int i = 0; i < WAVES; i++) {
      waves[i] =
          new double[] {
            random.nextGaussian() / FIELD_METRES,
            random.nextGaussian() / FIELD_METRES,
            random.nextDouble() * 2 * Math.PI
          };
    }
    for (int compound = 0; compound < COMPOUNDS_A_SIDE * COMPOUNDS_A_SIDE; compound++) {
      double west = compound % COMPOUNDS_A_SIDE * COMPOUND_METRES;
      double south = compound / COMPOUNDS_A_SIDE * COMPOUND_METRES;
      int count =
          random.nextInt(10) == 0 ? 0 : random.nextInt(MOST_BUILDINGS / 2, MOST_BUILDINGS + 1);
      for (int i = 0; i < count; i++) {
        double x = west + 20 + random.nextDouble() * (COMPOUND_METRES - 40);
        double y = south + 20 + random.nextDouble() * (COMPOUND_METRES - 40);
        double frailty = (random.nextExponential() + random.nextExponential()) / 2;
        buildings.add(new Building(x, y, compound, HAZARDS_A_YEAR * frailty * risk(waves, x, y)));
      }
    }
  }

  private static double risk(double[][] waves, double x, double y) {
    double sum = 0;
    for (double[] wave : waves) {
      sum += Math.cos(wave[0] * x + wave[1] * y + wave[2]);
    }
    return Math.exp(FIELD_SD * sum * Math.sqrt(2.0 / WAVES) - FIELD_SD * FIELD_SD / 2);
  }

  private void happen() {
    double[][] shocks = new double[COMPOUNDS_A_SIDE * COMPOUNDS_A_SIDE][YEARS];
    for (double[] years : shocks) {
      Arrays.setAll(
          years,
          year -> Math.exp(truth.shock * random.nextGaussian() - truth.shock * truth.shock / 2));
    }
    for (Building building : buildings) {
      for (int year = 0; year < YEARS; year++) {
        long from = day(LocalDate.of(FIRST_YEAR + year, 1, 1));
        long to = Math.min(END, day(LocalDate.of(FIRST_YEAR + year + 1, 1, 1)));
        double rate = building.rate * shocks[building.compound][year];
        double at = from + random.nextExponential() / rate * YEAR_MILLIS;
        for (; at < to; at += random.nextExponential() / rate * YEAR_MILLIS) {
          hazards.add(new Hazard(building.x, building.y, (long) at));
        }
      }
    }
  }

  private void place() {
    for (Building middle : sitesInOrder()) {
      if (projects.size() < PROJECTS && projects.stream().allMatch(p -> isApart(p, middle))) {
        LocalDate proposed = LocalDate.of(2025, 1, 6).plusDays(random.nextInt(20));
        projects.add(
            new Project(middle.x, middle.y, proposed, proposed.plusDays(45 + random.nextInt(20))));
      }
    }
  }

  private static boolean isApart(Project project, Building middle) {
    return Math.hypot(project.x - middle.x, project.y - middle.y) > APART_METRES;
  }

  private List<Building> sitesInOrder() {
    List<Building> sites = new ArrayList<>(buildings);
    Collections.shuffle(sites, new Random(random.nextLong()));
    if (truth.placement == Placement.AT_RANDOM) {
      return sites;
    }
    int from = truth.placement == Placement.MOST_HAZARDS_BEFORE ? 2024 : 2023;
    int to = truth.placement == Placement.MOST_HAZARDS_EARLIER ? 2024 : 2025;
    List<Hazard> known =
        hazards.stream()
            .filter(
                h -> h.at >= day(LocalDate.of(from, 1, 6)) && h.at < day(LocalDate.of(to, 1, 6)))
            .toList();
    Map<Building, Long> counts = new HashMap<>();
    sites.subList(CANDIDATES, sites.size()).clear();
    sites.forEach(site -> counts.put(site, around(site, known)));
    sites.sort(Comparator.comparingLong(site -> -counts.get(site)));
    return sites;
  }

  private static long around(Building middle, List<Hazard> known) {
    return known.stream().filter(h -> Math.hypot(h.x - middle.x, h.y - middle.y) <= RADIUS).count();
  }

  private boolean isPrevented(Hazard hazard) {
    return projects.stream().anyMatch(p -> p.reaches(hazard) && hazard.at >= day(p.completed))
        && random.nextDouble() >= truth.effect;
  }

  AnalysisInputs inputs() {
    GridTown town = new GridTown().layer("buildings").layer("hazards").layer("projects");
    for (int i = 0; i < buildings.size(); i++) {
      town.put("buildings", "B%05d".formatted(i), point(buildings.get(i).x, buildings.get(i).y));
    }
    for (int i = 0; i < hazards.size(); i++) {
      Hazard hazard = hazards.get(i);
      town.put(
          "hazards",
          "H%06d".formatted(i),
          point(hazard.x, hazard.y),
          with("reported_at", Instant.ofEpochMilli(hazard.at)));
    }
    for (int i = 0; i < projects.size(); i++) {
      Project project = projects.get(i);
      town.put(
          "projects",
          "P%02d".formatted(i),
          point(project.x, project.y),
          with("status", "completed"),
          with("proposed_at", project.proposed),
          with("completed_at", project.completed));
    }
    return town.inputs();
  }
}
