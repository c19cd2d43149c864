package org.linli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;

/** The whole invented community, and the source files it is told in. */
final class DemoCommunity {
  private static final long SEED = 20260615;
  private static final LocalFrame CITY_FRAME = new LocalFrame(118.67, 37.43, -7);
  private static final LocalFrame ESTATE_FRAME = new LocalFrame(101.43, 36.04, 4);

  private final City city;
  private final Estate estate;
  private final PatrolRoutine routine;
  private final List<Patrol> patrols;
  private final List<Visit> visits;
  private final List<Project> projects;
  private final List<Hazard> cityHazards;
  private final List<Hazard> estateHazards;
  private final Dice dice = new Dice(SEED);

  DemoCommunity() {
    PlaceNames names = PlaceNames.load();
    city = new City(names, dice.named("city"));
    estate = new Estate(names.estate(), dice.named("estate"));
    routine = new PatrolRoutine(estate, dice.named("patrols"));
    routine.walk();
    patrols = ReceiverFaults.suffered(routine.patrols());
    visits = new ArrayList<>(routine.visits());
    visits.addAll(new VisitRoutine(estate, routine.corner(), dice.named("visits")).visits());
    ProjectPlan projectPlan = new ProjectPlan(city, ProjectStories.load(), dice.named("projects"));
    projectPlan.draw();
    projects = projectPlan.projects();
    HazardKinds kinds = HazardKinds.load();
    cityHazards =
        new CityHazards(
                city, projectPlan.spring(), new HazardRoutine(kinds, dice.named("city hazards")))
            .hazards();
    estateHazards =
        new EstateHazards(
                estate,
                routine.corner(),
                new HazardRoutine(kinds, dice.named("estate hazards")),
                dice.named("estate hazard places"))
            .hazards();
  }

  /** The text of each file by its name. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("communities.geojson", GeoJsonLines.write("communities", communities()));
    files.put("buildings.geojson", GeoJsonLines.write("buildings", buildings()));
    files.put("green_spaces.geojson", GeoJsonLines.write("green_spaces", greens()));
    files.put("paths.geojson", GeoJsonLines.write("paths", paths()));
    files.put("projects.geojson", GeoJsonLines.write("projects", projectFeatures()));
    files.put("hazards.geojson", GeoJsonLines.write("hazards", hazards()));
    files.put("hazard-events.csv", hazardEvents());
    files.put("patrols-fixes.csv", fixes());
    files.put("visits.csv", visitRows());
    files.putAll(new ProjectPictures(dice.named("pictures")).files());
    return files;
  }

  private List<Feature> communities() {
    PlaceFeatures inEstate = new PlaceFeatures(ESTATE_FRAME);
    PlaceFeatures inCity = new PlaceFeatures(CITY_FRAME);
    List<Feature> features = new ArrayList<>();
    features.add(inEstate.estate(estate));
    estate.grids().forEach(grid -> features.add(inEstate.grid(estate, grid)));
    features.add(inCity.subdistrict(city));
    city.quarters().forEach(quarter -> features.add(inCity.compound(quarter)));
    return features;
  }

  private List<Feature> buildings() {
    List<Feature> features = new ArrayList<>();
    features.addAll(new PlaceFeatures(ESTATE_FRAME).buildings(estate.houses()));
    features.addAll(new PlaceFeatures(CITY_FRAME).buildings(city.houses()));
    return features;
  }

  private List<Feature> greens() {
    return new GreenRegister(ESTATE_FRAME, CITY_FRAME, dice.named("greens"))
        .features(estate, city, projects);
  }

  private List<Feature> paths() {
    List<Feature> features = new ArrayList<>();
    features.addAll(new PlaceFeatures(ESTATE_FRAME).paths(Estate.CODE, estate.network()));
    features.addAll(new PlaceFeatures(CITY_FRAME).paths(City.CODE, city.network()));
    return features;
  }

  private List<Feature> projectFeatures() {
    ProjectFeatures inCity = new ProjectFeatures(CITY_FRAME, dice.named("checks"));
    return projects.stream().map(inCity::project).toList();
  }

  private List<Feature> hazards() {
    HazardFeatures inEstate = new HazardFeatures(ESTATE_FRAME);
    HazardFeatures inCity = new HazardFeatures(CITY_FRAME);
    return Stream.concat(
            estateHazards.stream().map(inEstate::hazard), cityHazards.stream().map(inCity::hazard))
        .toList();
  }

  private String hazardEvents() {
    CsvSheet sheet = new CsvSheet("hazard_code", "at", "from", "to");
    estateHazards.forEach(hazard -> HazardFeatures.history(hazard, sheet));
    cityHazards.forEach(hazard -> HazardFeatures.history(hazard, sheet));
    return sheet.toString();
  }

  private String fixes() {
    CsvSheet sheet = new CsvSheet("patrol_id", "kind", "post", "time", "lon", "lat");
    for (Patrol patrol : patrols) {
      for (Patrol.Fix fix : patrol.fixes()) {
        Coordinate at = ESTATE_FRAME.toLonLat(fix.where());
        sheet.row(
            patrol.code(),
            patrol.kind(),
            patrol.post(),
            DemoClock.written(fix.at()),
            GeoJsonLines.degrees(at.x),
            GeoJsonLines.degrees(at.y));
      }
    }
    return sheet.toString();
  }

  private String visitRows() {
    CsvSheet sheet = new CsvSheet("code", "building_code", "kind", "at", "post", "lon", "lat");
    int number = 0;
    for (Visit visit : visits.stream().sorted((a, b) -> a.at().compareTo(b.at())).toList()) {
      Coordinate at = ESTATE_FRAME.toLonLat(visit.where());
      sheet.row(
          String.format("V%04d", ++number),
          visit.house().code(),
          visit.kind(),
          DemoClock.written(visit.at()),
          visit.post(),
          GeoJsonLines.degrees(at.x),
          GeoJsonLines.degrees(at.y));
    }
    return sheet.toString();
  }
}
