package org.linli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What the neighbours set out to do, as told in {@code demo/stories.yaml}.
 *
 * @param kinds templates by the code of a kind
 * @param spring the round of spring 2025, by the cell of the ground plan it changed
 */
record ProjectStories(
    Map<String, List<Template>> kinds,
    @JsonProperty("lapse_reasons") List<String> lapseReasons,
    Map<String, Spring> spring) {

  /** A project that could be anywhere; see the file for what is filled in. */
  record Template(
      String title, @JsonProperty("title_en") String titleEn, String hope, String done) {
    /** The story as it is told of a project that got so far, on this spot. */
    ProjectText told(ProjectSite site, ProjectLife life, int hands) {
      String story = life.wasBuilt() ? done : hope;
      String month = life.reached(Stage.COMPLETED).map(day -> day.getMonthValue() + "月").orElse("");
      return new ProjectText(
          new Name(
              title.replace("{at}", site.spot().zh()),
              titleEn.replace("{at_en}", site.spot().en()),
              ""),
          new Name(
              story
                  .replace("{at}", site.spot().zh())
                  .replace("{yard}", site.yard().zh())
                  .replace("{hands}", String.valueOf(hands))
                  .replace("{day}", month),
              "",
              ""));
    }
  }

  /**
   * A project of the spring round.
   *
   * @param hazardsAYear expected around it before
   * @param effect what the hazards around are multiplied by once it stands
   * @param money its parts where they are told; {@code null} where they are drawn
   * @param people who took part, likewise
   */
  record Spring(
      @JsonProperty("hazards_a_year") double hazardsAYear,
      double effect,
      String kind,
      Money money,
      People people,
      String title,
      @JsonProperty("title_en") String titleEn,
      @JsonProperty("title_bo") String titleBo,
      String story,
      @JsonProperty("story_en") String storyEn,
      @JsonProperty("story_bo") String storyBo) {
    /** The project with what the file tells of it in place of what was drawn. */
    Project asTold(Project drawn) {
      return people == null
          ? drawn
          : drawn.by(people.proposer(), people.volunteers(), people.rating());
    }

    ProjectText text() {
      return new ProjectText(new Name(title, titleEn, titleBo), new Name(story, storyEn, storyBo));
    }
  }

  /** Who took part in a project whose numbers are told. */
  record People(String proposer, int volunteers, double rating) {}

  static ProjectStories load() {
    return PlaceNames.load("/demo/stories.yaml", ProjectStories.class);
  }

  Template draw(String kind, Dice dice) {
    return dice.pick(kinds.get(kind));
  }
}
