package org.linli.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * All open spaces of both places: parks and gardens as drawn, the ground of projects, and some
 * strips beside the houses.
 */
final class GreenRegister {
  private static final double LAWN = 0.03;
  private static final double WASTE = 0.02;

  private final LocalFrame estateFrame;
  private final LocalFrame cityFrame;
  private final Dice dice;
  private final List<Feature> features = new ArrayList<>();

  GreenRegister(LocalFrame estateFrame, LocalFrame cityFrame, Dice dice) {
    this.estateFrame = estateFrame;
    this.cityFrame = cityFrame;
    this.dice = dice;
  }

  List<Feature> features(Estate estate, City city, List<Project> projects) {
    PlaceFeatures inEstate = new PlaceFeatures(estateFrame);
    PlaceFeatures inCity = new PlaceFeatures(cityFrame);
    for (Green green : estate.plan().greens()) {
      features.add(inEstate.green(nextCode(Estate.CODE), Estate.CODE, green));
    }
    Set<Geometry> made = groundsOf(projects);
    addProjects(projects);
    for (Green green : city.plan().strips()) {
      features.add(inCity.green(nextCode(City.CODE), City.CODE, green));
    }
    for (PublicGround ground : city.plan().grounds()) {
      for (Green green : ground.greens()) {
        if (!made.contains(green.shape())) {
          features.add(inCity.green(nextCode(City.CODE), City.CODE, green));
        }
      }
    }
    city.quarters().forEach(quarter -> addQuarter(quarter, made, inCity));
    return features;
  }

  private static Set<Geometry> groundsOf(List<Project> projects) {
    Set<Geometry> grounds = new HashSet<>();
    projects.forEach(project -> grounds.add(project.site().ground()));
    return grounds;
  }

  private void addProjects(List<Project> projects) {
    ProjectFeatures inCity = new ProjectFeatures(cityFrame, dice);
    projects.stream()
        .filter(Project::isArea)
        .forEach(project -> features.add(inCity.ground(nextCode(City.CODE), project)));
  }

  private void addQuarter(Quarter quarter, Set<Geometry> made, PlaceFeatures inCity) {
    Polygon garden = quarter.compound().garden();
    if (!made.contains(garden)) {
      Name name = new Name("院心花园", "Courtyard garden", "");
      add(quarter, new Green(name, garden, "garden", "good", "residents"), inCity);
    }
    for (Nook nook : quarter.compound().nooks()) {
      int drawn = dice.weighted(LAWN, WASTE, 1 - LAWN - WASTE);
      if (drawn == 2 || made.contains(nook.shape())) {
        continue;
      }
      String condition = drawn == 0 ? "good" : dice.chance(0.5) ? "bare" : "neglected";
      String kind = drawn == 0 ? "lawn" : "bare_land";
      add(quarter, new Green(Name.NONE, nook.shape(), kind, condition, "everyone"), inCity);
    }
  }

  private void add(Quarter quarter, Green green, PlaceFeatures inCity) {
    features.add(inCity.green(nextCode(City.CODE), quarter.code(), green));
  }

  private String nextCode(String place) {
    return place + String.format("-L%03d", features.size() + 1);
  }
}
