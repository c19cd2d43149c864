package org.linli.demo;

import java.util.List;

/** Turns hazards into features of the hazards layer and rows of its history. */
final class HazardFeatures {
  private static final List<String> STATUSES =
      List.of("reported", "verified", "assigned", "resolved", "rejected");

  private final LocalFrame frame;

  HazardFeatures(LocalFrame frame) {
    this.frame = frame;
  }

  Feature hazard(Hazard hazard) {
    HazardLife life = hazard.life();
    Feature.Attributes attributes =
        new Feature.Attributes()
            .put("title", hazard.title())
            .put("kind", hazard.kind().code())
            .put("severity", hazard.severity())
            .put("status", life.status());
    for (String status : STATUSES) {
      life.reached(status).ifPresent(at -> attributes.put(status + "_at", DemoClock.written(at)));
    }
    hazard.deadline().ifPresent(at -> attributes.put("deadline_at", DemoClock.written(at)));
    return attributes
        .put("found_by", hazard.foundBy())
        .put("project_code", hazard.project())
        .put("community_code", hazard.house().communityCode())
        .put("building_code", hazard.house().code())
        .put("assigned_post", life.reached("assigned").isPresent() ? hazard.kind().post() : "")
        .on(hazard.code(), frame.toLonLat(Drawing.point(hazard.where())));
  }

  static void history(Hazard hazard, CsvSheet sheet) {
    for (HazardLife.Step step : hazard.life().steps()) {
      sheet.row(hazard.code(), DemoClock.written(step.at()), step.from(), step.to());
    }
  }
}
