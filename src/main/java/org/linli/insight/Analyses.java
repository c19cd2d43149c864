package org.linli.insight;

import java.util.List;
import org.linli.analysis.Analysis;
import org.linli.analysis.coverage.AccessAnalysis;
import org.linli.analysis.equity.EquityAnalysis;
import org.linli.analysis.hazard.HazardAnalysis;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;

/** The analyses that can be asked for. */
final class Analyses {
  // One a line, in the order in which they are listed.
  static final List<Analysis> ALL =
      List.of(
          new PatrolAnalysis(), //
          new AccessAnalysis(), //
          new HazardAnalysis(), //
          new EquityAnalysis() //
          );

  private Analyses() {}

  /**
   * @throws NotFoundException if there is no such analysis
   */
  static Analysis get(String id) {
    return ALL.stream()
        .filter(analysis -> analysis.definition().id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(id));
  }

  private static NotFoundException absent(String id) {
    String shown = Parameters.shown(id);
    return new NotFoundException(
        new LocalText(
            "没有分析「" + shown + "」。可用的分析见 /api/analyses。",
            "There is no analysis «" + shown + "». The analyses are listed at /api/analyses.",
            "དབྱེ་ཞིབ་ «" + shown + "» མེད། ཡོད་པའི་དབྱེ་ཞིབ་ /api/analyses ལ་གཟིགས།"));
  }
}
