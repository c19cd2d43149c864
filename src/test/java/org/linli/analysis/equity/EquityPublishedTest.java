package org.linli.analysis.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.with;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.analysis.publication.Publication;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;

/** What the public gets: people only rounded, and not where they are few. */
class EquityPublishedTest {
  private final EquityTown town = new EquityTown();

  /** Five houses with so many residents each. */
  private void hamlet(String code, double x, long each, boolean inTown) {
    town.paper()
        .community(
            code,
            box(x - 100, -100, x + 100, 100),
            with("level", "compound"),
            with("parent_code", inTown ? "T" : null));
    for (int i = 0; i < 5; i++) {
      town.home(code + i, code, x + 15 * i, 0, each);
    }
  }

  private AnalysisResult published() {
    return Publication.of(town.result());
  }

  /** 2 projects for 5 × 13 = 65 residents: 2,000 ÷ 70, for 30.8 would tell the 65. */
  @Test
  void aRateIsThatOfTheRoundedResidents() {
    hamlet("A", 0, 13, false);
    hamlet("B", 2000, 20, false);
    town.project("P", 0, 0).project("Q", 0, 0);
    Metric rate = EquityTown.of(published(), "A", "equity.projects");
    assertThat(rate.denominator()).hasValue(70);
    assertThat(rate.value().orElseThrow()).isCloseTo(2000 / 70.0, within(1e-9));
  }

  /**
   * C has 5; with it goes B, the smaller of the others, or the whole less A and B would tell. An
   * area above them that is not compared changes nothing of it.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCommunityOfFewIsHiddenWithAnotherWhateverLiesAboveThem(boolean inTown) {
    hamlet("A", 0, 30, inTown);
    hamlet("B", 2000, 20, inTown);
    hamlet("C", 4000, 1, inTown);
    town.project("P", 0, 0).project("Q", 2000, 0).project("R", 4000, 0);
    town.paper().community("T", box(-500, -500, 5000, 500), with("level", "subdistrict"));
    AnalysisResult published = published();
    assertThat(EquityTown.of(published, "A", "equity.projects").value()).isPresent();
    for (String hidden : new String[] {"B", "C"}) {
      Metric metric = EquityTown.of(published, hidden, "equity.projects");
      assertThat(metric.absence()).hasValue(Publication.SUPPRESSED);
      assertThat(metric.denominator()).isEmpty();
    }
  }

  @Test
  void theCurveIsInWholePercent() {
    hamlet("A", 0, 13, false);
    hamlet("B", 2000, 20, false);
    town.project("P", 0, 0).project("Q", 0, 0).project("R", 2000, 0);
    for (Series.Point point : published().getSeries("equity.projects.lorenz").points()) {
      double percent = 100 * point.value().orElseThrow();
      assertThat(percent).isCloseTo(Math.rint(percent), within(1e-9));
    }
  }

  @Test
  void everybodyIsToldWhoHasNothing() {
    AnalysisResult published =
        Publication.of(DemoInputs.result(new EquityAnalysis(), Map.of("asOf", DemoInputs.AS_OF)));
    assertThat(published.getSeries("equity.nothing.nearest").points())
        .extracting(Series.Point::key)
        .containsExactly("LT39");
    assertThat(EquityTown.number(published, "LT39", "equity.reached")).isZero();
    assertThat(EquityTown.number(published, "LT39", "equity.projects")).isZero();
    assertThat(published.getMetric("equity.nothing").numerator()).hasValue(1);
    assertThat(published.getMetric("equity.nothing").denominator()).hasValue(45);
  }

  /** Another level would show the residents of an area as a difference. */
  @Test
  void thePublicDoesNotChooseTheLevel() {
    Map<String, String> grids = Map.of("asOf", GridTown.AS_OF, "level", "grid");
    assertThat(EquityAnalysis.DEFINITION.values(grids, Audience.STAFF).text("level"))
        .isEqualTo("grid");
    assertThatThrownBy(() -> EquityAnalysis.DEFINITION.values(grids, Audience.PUBLIC))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("commonest");
  }
}
