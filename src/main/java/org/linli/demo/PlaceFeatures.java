package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Turns what is drawn on a plan into features of the layers buildings, paths and communities. */
final class PlaceFeatures {
  static final String SOURCE = "demo";

  private final LocalFrame frame;

  PlaceFeatures(LocalFrame frame) {
    this.frame = frame;
  }

  List<Feature> buildings(List<House> houses) {
    return houses.stream().map(this::building).toList();
  }

  private Feature building(House house) {
    House.Duty duty = house.duty();
    return new Feature.Attributes()
        .put("name", house.name().zh())
        .put("name_bo", house.name().bo())
        .put("community_code", house.communityCode())
        .put("use", house.block().use())
        .put("floors", house.block().floors())
        .put("built_year", house.builtYear())
        .put("households", orNull(house.households()))
        .put("residents", orNull(house.residents()))
        .put("liaison_post", duty.liaisonPost())
        .put("patrol_interval_hours", duty.patrolHours() > 0 ? duty.patrolHours() : null)
        .put("visit_interval_days", duty.visitDays() > 0 ? duty.visitDays() : null)
        .on(house.code(), frame.toLonLat(house.block().shape()));
  }

  private static Integer orNull(OptionalInt count) {
    return count.isPresent() ? count.getAsInt() : null;
  }

  /**
   * @param prefix what the codes begin with
   */
  List<Feature> paths(String prefix, List<Way> ways) {
    List<Feature> features = new ArrayList<>();
    for (Way way : ways) {
      String code = prefix + String.format("-W%04d", features.size() + 1);
      features.add(
          new Feature.Attributes()
              .name(way.name())
              .put("kind", way.kind())
              .put("surface", way.surface())
              .put("lit", way.lit())
              .on(code, frame.toLonLat(way.line())));
    }
    return features;
  }

  Feature green(String code, String communityCode, Green green) {
    return new Feature.Attributes()
        .name(green.name())
        .put("community_code", communityCode)
        .put("kind", green.kind())
        .put("condition", green.condition())
        .put("access", green.access())
        .put("source", SOURCE)
        .on(code, frame.toLonLat(green.shape()));
  }

  Feature estate(Estate estate) {
    return new Feature.Attributes()
        .name(estate.plan().name())
        .put("level", "community")
        .put("households", Estate.HOUSEHOLDS)
        .put("residents", Estate.RESIDENTS)
        .put("liaisons", Estate.LIAISONS)
        .put("stewards", Estate.STEWARDS.stream().mapToInt(Integer::intValue).sum())
        .put("watched_from", PatrolRoutine.FIRST_DAY.toString())
        .put("source", SOURCE)
        .on(Estate.CODE, frame.toLonLat(estate.plan().outline()));
  }

  Feature grid(Estate estate, Estate.Grid grid) {
    List<House> houses = estate.housesOf(grid);
    return new Feature.Attributes()
        .name(grid.name())
        .put("level", "grid")
        .put("parent_code", Estate.CODE)
        .put("households", houses.stream().mapToInt(house -> house.households().orElse(0)).sum())
        .put("residents", houses.stream().mapToInt(house -> house.residents().orElse(0)).sum())
        .put("stewards", Estate.STEWARDS.get(grid.position()))
        .put("post", grid.post())
        .put("watched_from", PatrolRoutine.FIRST_DAY.toString())
        .put("source", SOURCE)
        .on(grid.code(), frame.toLonLat(grid.outline()));
  }

  Feature compound(Quarter quarter) {
    return new Feature.Attributes()
        .name(quarter.compound().name())
        .put("level", "compound")
        .put("parent_code", City.CODE)
        .put("households", quarter.households())
        .put("residents", quarter.residents())
        .put("source", SOURCE)
        .on(quarter.code(), frame.toLonLat(quarter.compound().outline()));
  }

  Feature subdistrict(City city) {
    return new Feature.Attributes()
        .name(city.plan().name())
        .put("level", "subdistrict")
        .put("households", city.quarters().stream().mapToInt(Quarter::households).sum())
        .put("residents", city.quarters().stream().mapToInt(Quarter::residents).sum())
        .put("source", SOURCE)
        .on(City.CODE, frame.toLonLat(city.plan().outline()));
  }
}
