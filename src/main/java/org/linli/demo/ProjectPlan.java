package org.linli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Four years of projects, in three parts of the sub-district so that their effect can be asked
 * about. East of the canal's quarter neighbours never stopped; along the canal there was one round,
 * in spring 2025, one project to a place; in the west there was an early round that ended with
 * 2023, and a new one that began this May. One large compound in the south-west has nothing.
 */
final class ProjectPlan {
  static final String EMPTY_CELL = "c0r5";
  private static final int LAST_WESTERN_COLUMN = 4;
  private static final int FIRST_EASTERN_COLUMN = 7;
  private static final double APART_METRES = 310;
  private static final int IN_THE_EAST = 434;
  private static final LocalDate EARLY_ROUND = LocalDate.of(2022, 2, 1);
  private static final LocalDate NEW_ROUND = LocalDate.of(2026, 5, 21);
  private static final LocalDate EASTERN_START = LocalDate.of(2022, 9, 1);
  private static final double[] KIND_WEIGHTS = {24, 14, 10, 14, 10, 11, 10, 7};
  private static final List<String> KINDS =
      List.of(
          "greening",
          "shade_seating",
          "play_sport",
          "access",
          "lighting",
          "safety",
          "culture",
          "waste");

  private final City city;
  private final ProjectStories stories;
  private final Dice dice;
  private final List<Project> projects = new ArrayList<>();
  private final Map<Project, ProjectStories.Spring> spring = new LinkedHashMap<>();

  ProjectPlan(City city, ProjectStories stories, Dice dice) {
    this.city = city;
    this.stories = stories;
    this.dice = dice;
  }

  List<Project> projects() {
    return projects;
  }

  /** The projects whose effect was planted. */
  Map<Project, ProjectStories.Spring> spring() {
    return spring;
  }

  void draw() {
    springRound();
    ProjectSites sites =
        new ProjectSites(city.quarters(), keptApart(), APART_METRES, dice.whole(0, 1 << 20));
    for (Quarter quarter : city.quarters()) {
      if (quarter.compound().column() <= LAST_WESTERN_COLUMN && !isEmptyOne(quarter)) {
        western(quarter, sites);
      }
    }
    eastern(sites);
  }

  private static boolean isEmptyOne(Quarter quarter) {
    return quarter.compound().cell().equals(EMPTY_CELL);
  }

  private Geometry keptApart() {
    List<Geometry> places = new ArrayList<>(projects.stream().map(Project::place).toList());
    city.quarters().stream()
        .filter(ProjectPlan::isEmptyOne)
        .forEach(quarter -> places.add(quarter.compound().outline()));
    return Drawing.FACTORY.buildGeometry(places);
  }

  private void springRound() {
    for (Map.Entry<String, ProjectStories.Spring> entry : stories.spring().entrySet()) {
      ProjectStories.Spring told = entry.getValue();
      ProjectSite site = springSite(entry.getKey());
      ProjectLife life = ProjectLife.spring(2025, dice);
      Money money =
          told.money() == null
              ? Money.stack(told.kind(), cost(told.kind()) * 2, dice)
              : told.money();
      Project drawn =
          add(told.kind(), told.text(), site, site.ground(), life, money.total(), money);
      Project project = told.asTold(drawn);
      projects.set(projects.indexOf(drawn), project);
      spring.put(project, told);
    }
  }

  private ProjectSite springSite(String cell) {
    for (Quarter quarter : city.quarters()) {
      if (quarter.compound().cell().equals(cell)) {
        return ProjectSites.courtyard(quarter);
      }
    }
    Polygon ground =
        city.openGround(cell).orElseThrow(() -> new IllegalStateException("no ground in " + cell));
    return new ProjectSite(Name.NONE, Name.NONE, City.CODE, ground);
  }

  private void western(Quarter quarter, ProjectSites sites) {
    drawOne(sites.take(quarter), earlyAndBuilt());
    for (int i = dice.whole(1, 3); i > 0 && !sites.hasNone(quarter); i--) {
      drawOne(sites.take(quarter), early());
    }
    for (int i = dice.whole(1, 2); i > 0 && !sites.hasNone(quarter); i--) {
      LocalDate proposed = NEW_ROUND.plusDays(dice.whole(0, 20));
      drawOne(sites.take(quarter), ProjectLife.recent(proposed, dice));
    }
  }

  private ProjectLife early() {
    return ProjectLife.early(EARLY_ROUND.plusDays(dice.whole(0, 330)), dice);
  }

  private ProjectLife earlyAndBuilt() {
    ProjectLife life = early();
    return life.wasBuilt() ? life : earlyAndBuilt();
  }

  private void eastern(ProjectSites sites) {
    List<Quarter> quarters =
        city.quarters().stream()
            .filter(quarter -> quarter.compound().column() >= FIRST_EASTERN_COLUMN)
            .toList();
    quarters.forEach(quarter -> drawOne(sites.take(quarter), eastern()));
    for (int i = quarters.size(); i < IN_THE_EAST; i++) {
      Quarter quarter = dice.pick(quarters);
      if (sites.hasNone(quarter)) {
        quarter = quarters.stream().filter(q -> !sites.hasNone(q)).findFirst().orElseThrow();
      }
      drawOne(sites.take(quarter), eastern());
    }
  }

  /** More of them of late than at first. */
  private ProjectLife eastern() {
    long span = DemoClock.TODAY.toEpochDay() - EASTERN_START.toEpochDay() - 4;
    double late = StrictMath.pow(dice.between(0, 1), 0.5);
    return ProjectLife.drawn(EASTERN_START.plusDays((long) (late * span)), dice);
  }

  private void drawOne(ProjectSite site, ProjectLife life) {
    String kind = KINDS.get(dice.weighted(KIND_WEIGHTS));
    int cost = cost(kind);
    Money stack = Money.stack(kind, cost, dice);
    Money money = paid(stack, life);
    Geometry place = kind.equals("greening") ? site.ground() : site.ground().getCentroid();
    ProjectStories.Template template = stories.draw(kind, dice);
    int hands = dice.whole(6, 48);
    add(kind, template.told(site, life, hands), site, place, life, cost, money);
  }

  private Money paid(Money stack, ProjectLife life) {
    if (life.wasFunded()) {
      return stack;
    }
    boolean asked = life.reached(Stage.REVIEWED).isPresent();
    return asked ? stack.begun(dice.between(0, 0.7)) : Money.NONE;
  }

  private Project add(
      String kind,
      ProjectText text,
      ProjectSite site,
      Geometry place,
      ProjectLife life,
      int cost,
      Money money) {
    Project project =
        new Project(
            City.CODE + String.format("-P%03d", projects.size() + 1),
            kind,
            text,
            site,
            place,
            life,
            cost,
            money,
            Turnout.drawn(life, money, dice),
            proposer(),
            life.status() == Stage.LAPSED ? dice.pick(stories.lapseReasons()) : "");
    projects.add(project);
    return project;
  }

  private String proposer() {
    List<String> proposers =
        List.of(
            "resident",
            "residents_group",
            "volunteers",
            "residents_committee",
            "property_company",
            "business",
            "school",
            "government");
    return proposers.get(dice.weighted(36, 22, 12, 14, 7, 4, 2, 3));
  }

  private int cost(String kind) {
    double thousands =
        switch (kind) {
          case "greening" -> dice.between(1.2, 14);
          case "shade_seating" -> dice.between(0.8, 16);
          case "play_sport" -> dice.between(1.5, 30);
          case "access" -> dice.between(1.6, 24);
          case "lighting" -> dice.between(0.9, 9);
          case "safety" -> dice.between(1.2, 38);
          case "culture" -> dice.between(0.6, 12);
          default -> dice.between(0.5, 10);
        };
    return (int) Math.round(thousands * 100) * 10;
  }
}
