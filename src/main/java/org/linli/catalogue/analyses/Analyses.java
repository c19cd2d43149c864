package org.linli.catalogue.analyses;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.analysis.Analysis;
import org.linli.analysis.coverage.AccessAnalysis;
import org.linli.analysis.equity.EquityAnalysis;
import org.linli.analysis.hazard.HazardAnalysis;
import org.linli.analysis.impact.ImpactAnalysis;
import org.linli.analysis.patrol.NextRoundAnalysis;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;

/** The analyses that the portal can run, and the layers that they make. */
public final class Analyses {
  // One a line, in the order in which they are shown.
  private static final List<Analysis> ALL =
      List.of(
          new PatrolAnalysis(), //
          new NextRoundAnalysis(), //
          new AccessAnalysis(), //
          new HazardAnalysis(), //
          new ImpactAnalysis(), //
          new EquityAnalysis() //
          );

  private Analyses() {}

  public static List<Analysis> list() {
    return ALL;
  }

  /** Those that have anything to tell an audience. */
  public static List<Analysis> list(Audience audience) {
    return ALL.stream().filter(analysis -> analysis.definition().isFor(audience)).toList();
  }

  /**
   * @throws NotFoundException if there is no such analysis for this audience
   */
  public static Analysis get(String id, Audience audience) {
    return list(audience).stream()
        .filter(analysis -> analysis.definition().id().equals(id))
        .findFirst()
        .orElseThrow(() -> absent(Parameters.shown(id), audience));
  }

  private static NotFoundException absent(String id, Audience audience) {
    String ids =
        list(audience).stream().map(a -> a.definition().id()).collect(Collectors.joining(", "));
    return new NotFoundException(
        new LocalText(
            "没有分析「" + id + "」。可用的分析：" + ids + "。",
            "There is no analysis «" + id + "». There are: " + ids + ".",
            "དབྱེ་ཞིབ་ «" + id + "» མེད། ཡོད་པ། " + ids));
  }

  /** The analysis that makes a layer. */
  public static Optional<Analysis> findMaker(String layerId) {
    return ALL.stream().filter(analysis -> makes(analysis, layerId)).findFirst();
  }

  private static boolean makes(Analysis analysis, String layerId) {
    return analysis.definition().layers().stream()
        .map(LayerDefinition::id)
        .anyMatch(layerId::equals);
  }
}
