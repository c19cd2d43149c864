package org.linli.analysis.impact;

import java.util.List;
import java.util.Optional;

/** Whether hazards at a site became fewer than at comparable places. */
sealed interface Change {

  /** What was counted; empty when nothing could be. */
  Optional<RateRatio> counted();

  /** There is not enough data, for these reasons. */
  record NotEnough(List<String> reasons, Optional<RateRatio> counted) implements Change {
    static NotEnough nothingCounted(String reason) {
      return new NotEnough(List.of(reason), Optional.empty());
    }
  }

  /**
   * There is an answer.
   *
   * @param smallestReduction the smallest fall that would have shown, as a part of one
   */
  record Answer(RateRatio ratio, Interval interval, double smallestReduction) implements Change {
    static Answer of(RateRatio ratio) {
      return new Answer(ratio, ratio.interval(), ratio.smallestReductionShown());
    }

    @Override
    public Optional<RateRatio> counted() {
      return Optional.of(ratio);
    }
  }

  /** What can be pooled with others: all that lacks nothing but hazards of its own. */
  default Optional<RateRatio> poolable() {
    boolean fit =
        !(this instanceof NotEnough lacking)
            || lacking.reasons().equals(List.of(Study.FEW_HAZARDS));
    return counted().filter(ratio -> fit && ratio.total() > 0);
  }
}
