package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.line;
import static org.linli.analysis.GridTown.with;

import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.layer.InvalidParameterException;

/** Access along the paths, and what cannot be walked. */
class AccessOnFootTest extends AccessCase {

  @Test
  void aDetourTurnsAStraightYesIntoAWalkingNo() {
    detour();

    assertThat(state(result(), "A")).isEqualTo("within");
    assertThat(state(result("mode", "walk"), "A")).isEqualTo("beyond");
    assertThat(state(result("mode", "walk", "distance", "609.9"), "A")).isEqualTo("beyond");
    assertThat(metres(result("mode", "walk", "distance", "610.1"), "A"))
        .isCloseTo(610, within(CENTIMETRES));
  }

  /** Along the new path: 5 m to it, 15 m south, 200 m east, 15 m north and 5 m to the park. */
  @Test
  void aNewPathBringsTheParkNear() {
    detour();
    town.put("paths", "w3", line(5, -5, 5, -20, 205, -20, 205, -5), with("kind", "path"));

    assertThat(metres(result("mode", "walk"), "A")).isCloseTo(240, within(CENTIMETRES));
  }

  @Test
  void nobodyWalksWhereItIsNoPath() {
    detour();
    town.put("paths", "w3", line(5, -5, 5, -20, 205, -20, 205, -5), with("kind", "other"));
    park("Q", 5000, 0, 5100, 100);

    AnalysisResult result = result("mode", "walk");

    assertThat(state(result, "A")).isEqualTo("beyond");
    assertThat(excluded(result.getMetric("access.share"), "not_walked")).containsExactly("w3");
    assertThat(excluded(result.getMetric("access.share"), "green_not_joined")).containsExactly("Q");
  }

  /** Home and park are joined to one long path, between its nodes: 30 + 190 + 20 m. */
  @Test
  void bothMayBeJoinedToTheSameSegment() {
    pointed("A", 10, 30, 100);
    park("P", 200, 20, 300, 120);
    town.put("paths", "w1", line(-500, 0, 800, 0));

    assertThat(metres(result("mode", "walk"), "A")).isCloseTo(240, within(CENTIMETRES));
  }

  /** The path crosses the park's west side at 200: 10 + 190 m. */
  @Test
  void aPathThatEntersThePark() {
    pointed("A", 10, 10, 100);
    park("P", 200, -100, 300, 100);
    town.put("paths", "w1", line(-500, 0, 250, 0));

    assertThat(metres(result("mode", "walk"), "A")).isCloseTo(200, within(CENTIMETRES));
  }

  /** C is 51 m from the path, D as far and too far from the park anyhow. */
  @Test
  void whoIsNotOnThePathsIsUnknownUnlessSurelyBeyond() {
    park("P", 200, 20, 300, 120);
    town.put("paths", "w1", line(-500, 0, 800, 0));
    home("B", 0, 50, 10);
    home("C", 0, 51, 20);
    home("D", -120, 51, 40);

    AnalysisResult result = result("mode", "walk");

    assertThat(state(result, "B")).isEqualTo("within");
    assertThat(state(result, "C")).isEqualTo("unknown");
    assertThat(state(result, "D")).isEqualTo("beyond");
    assertThat(result.getMetric("access.share").numerator()).hasValue(10);
    assertThat(result.getMetric("access.share").denominator()).hasValue(50);
    assertThat(excluded(result.getMetric("access.share"), "not_joined")).containsExactly("C");
  }

  /** The path ends 100 m before the one along the park begins. */
  @Test
  void whoseFragmentDoesNotReachTheParkIsUnknown() {
    home("A", 0, 10, 100);
    park("P", 200, 20, 300, 120);
    town.put("paths", "w1", line(-500, 0, 50, 0));
    town.put("paths", "w2", line(150, 0, 800, 0));

    AnalysisResult result = result("mode", "walk");

    assertThat(state(result, "A")).isEqualTo("unknown");
    assertThat(excluded(result.getMetric("access.share"), "cut_off")).containsExactly("A");
    assertThat(result.getMetric("access.share").absence()).contains("nothing_to_count");
  }

  @Test
  void withoutPathsNothingIsKnownButWhatIsSurelyBeyond() {
    home("A", 0, 10, 100);
    home("B", -500, 10, 100);
    park("P", 200, 20, 300, 120);
    town.layer("paths");

    AnalysisResult result = result("mode", "walk");

    assertThat(state(result, "A")).isEqualTo("unknown");
    assertThat(state(result, "B")).isEqualTo("beyond");
  }

  @Test
  void withoutALayerOfPathsWalkingIsRefused() {
    home("A", 0, 10, 100);

    assertThatThrownBy(() -> result("mode", "walk"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("paths");
  }
}
