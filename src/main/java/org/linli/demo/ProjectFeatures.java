package org.linli.demo;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * Turns projects into features, with the checks that were made of the finished ones, and the open
 * ground they changed.
 */
final class ProjectFeatures {
  private final LocalFrame frame;
  private final Dice dice;

  ProjectFeatures(LocalFrame frame, Dice dice) {
    this.frame = frame;
    this.dice = dice;
  }

  Feature project(Project project) {
    Feature.Attributes attributes = new Feature.Attributes();
    told(project, attributes);
    for (Stage stage : Stage.values()) {
      project
          .life()
          .reached(stage)
          .ifPresent(day -> attributes.put(stage.code() + "_at", day.toString()));
    }
    attributes.put("lapse_reason", project.lapseReason());
    paid(project, attributes);
    if (project.life().status() != Stage.DRAFT) {
      tookPart(project.turnout(), attributes);
    }
    if (project.life().wasBuilt()) {
      checks(project.life(), attributes);
    }
    ProjectPictures.findStem(project)
        .ifPresent(
            stem ->
                attributes
                    .put("picture_before", ProjectPictures.before(stem))
                    .put("picture_after", ProjectPictures.after(stem)));
    return attributes
        .put("source", PlaceFeatures.SOURCE)
        .on(project.code(), frame.toLonLat(project.place()));
  }

  private static void told(Project project, Feature.Attributes attributes) {
    Name title = project.text().title();
    Name story = project.text().story();
    attributes
        .put("title", title.zh())
        .put("title_en", title.en())
        .put("title_bo", title.bo())
        .put("story", story.zh())
        .put("story_en", story.en())
        .put("story_bo", story.bo())
        .put("kind", project.kind())
        .put("status", project.life().status().code())
        .put("community_code", project.site().communityCode())
        .put("proposer_kind", project.proposer());
  }

  private static void paid(Project project, Feature.Attributes attributes) {
    if (project.life().status() == Stage.DRAFT) {
      return;
    }
    attributes.put("cost", project.cost());
    Money money = project.money();
    if (project.life().wasFunded()) {
      attributes
          .put("funding_public", money.publicMoney())
          .put("funding_match", money.match())
          .put("funding_crowdfunding", money.crowdfunding())
          .put("funding_donation", money.donation())
          .put("funding_in_kind", money.inKind());
    } else if (money.crowdfunding() > 0) {
      attributes.put("funding_crowdfunding", money.crowdfunding());
    }
  }

  private static void tookPart(Turnout turnout, Feature.Attributes attributes) {
    attributes
        .put("contributors", turnout.contributors())
        .put("contributions", turnout.contributions())
        .put("givers", turnout.givers())
        .put("largest_giver_percent", orNull(turnout.largestGiverPercent()))
        .put("volunteers", turnout.volunteers())
        .put("volunteer_hours", turnout.volunteerHours());
    if (turnout.ratings() > 0) {
      attributes
          .put("rating", orNull(turnout.rating()))
          .put("ratings", turnout.ratings())
          .put("rating_spread", turnout.ratings() > 1 ? turnout.ratingSpread() : 0);
    }
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** One in eight checks that were due was never made. */
  private void checks(ProjectLife life, Feature.Attributes attributes) {
    LocalDate completed = life.reached(Stage.COMPLETED).orElseThrow();
    LocalDate end = life.reached(Stage.LAPSED).orElse(DemoClock.TODAY);
    for (int months : new int[] {3, 6, 12}) {
      LocalDate made = completed.plusMonths(months).plusDays(dice.whole(0, 12));
      if (made.isBefore(end) && dice.chance(0.875)) {
        attributes
            .put("check_" + months + "m", dice.chance(0.83) ? "passed" : "failed")
            .put("check_" + months + "m_at", made.toString());
      }
    }
  }

  /** The ground of a greening project: waste until it is built, a garden afterwards. */
  Feature ground(String code, Project project) {
    boolean stands = project.life().status().isBuilt();
    String before = project.code().hashCode() % 3 == 0 ? "neglected" : "bare";
    String now = project.life().wasBuilt() ? "neglected" : before;
    Feature.Attributes attributes = new Feature.Attributes();
    if (stands) {
      attributes
          .name(project.text().title())
          .put("community_code", project.site().communityCode())
          .put("kind", kind(project))
          .put("condition", "restored")
          .put("condition_before", before)
          .put("access", "everyone")
          .put("restored_by", project.code())
          .put("restored_at", project.life().reached(Stage.COMPLETED).orElseThrow().toString());
    } else {
      attributes
          .put("name", project.site().spot().zh() + "空地")
          .put("community_code", project.site().communityCode())
          .put("kind", "bare_land")
          .put("condition", now)
          .put("access", "everyone");
    }
    return attributes.put("source", PlaceFeatures.SOURCE).on(code, frame.toLonLat(project.place()));
  }

  private static String kind(Project project) {
    return switch (project.kind()) {
      case "shade_seating" -> "square";
      case "play_sport" -> "playground";
      default -> "garden";
    };
  }
}
