package org.linli.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Hazards of the sub-district over two and a half years. Where the spring round of 2025 changed a
 * place, there were more of them than elsewhere, and afterwards so many times as the round's
 * planted effect says; about the eastern market they crowd.
 */
final class CityHazards {
  static final LocalDate RECORDED_SINCE = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = DemoClock.TODAY.plusDays(1);
  private static final double SITE_METRES = 150;
  private static final double MARKET_METRES = 90;
  private static final double A_YEAR_AT_A_HOME = 0.13;
  private static final double A_YEAR_ELSEWHERE = 0.03;
  private static final double A_YEAR_BY_THE_MARKET = 0.9;
  private static final String MARKET_CELL = "c10r2";

  private final City city;
  private final Map<Project, ProjectStories.Spring> spring;
  private final HazardRoutine routine;

  CityHazards(City city, Map<Project, ProjectStories.Spring> spring, HazardRoutine routine) {
    this.city = city;
    this.routine = routine;
    this.spring = spring;
  }

  List<Hazard> hazards() {
    Geometry market = market();
    for (House house : city.houses()) {
      Optional<Project> site = findSiteAround(house);
      if (site.isPresent()) {
        atSite(house, site.get());
      } else {
        double aYear = house.isLivedIn() ? A_YEAR_AT_A_HOME : A_YEAR_ELSEWHERE;
        boolean crowded = house.block().shape().isWithinDistance(market, MARKET_METRES);
        routine.happen(house, RECORDED_SINCE, END, crowded ? A_YEAR_BY_THE_MARKET : aYear, "");
      }
    }
    return routine.hazards(City.CODE + "-H");
  }

  private Geometry market() {
    return city.plan().grounds().stream()
        .filter(ground -> ground.cell().equals(MARKET_CELL))
        .map(PublicGround::outline)
        .findFirst()
        .orElseThrow();
  }

  private Optional<Project> findSiteAround(House house) {
    return spring.keySet().stream().filter(project -> isAt(house, project)).findFirst();
  }

  private static boolean isAt(House house, Project project) {
    Point middle = project.place().getCentroid();
    return house.block().shape().isWithinDistance(middle, SITE_METRES);
  }

  private void atSite(House house, Project site) {
    long houses = city.houses().stream().filter(other -> isAt(other, site)).count();
    double aYear = spring.get(site).hazardsAYear() / houses;
    LocalDate completed = site.life().reached(Stage.COMPLETED).orElseThrow();
    routine.happen(house, RECORDED_SINCE, completed, aYear, "");
    routine.happen(house, completed, END, aYear * spring.get(site).effect(), site.code());
  }
}
