package org.linli.analysis.impact;

import java.util.List;
import java.util.Optional;

/** Whether hazards at a site became fewer than at comparable places. */
sealed interface Change {

  /** What was counted; empty when nothing could be. */
  Optional<Counts> counted();

  /** What can be pooled with others: all that lacks nothing but hazards of its own. */
  Optional<RateRatio> poolable();

  /** There is not enough data, for these reasons. */
  record NotEnough(List<String> reasons, Optional<Counts> counted, Optional<RateRatio> poolable)
      implements Change {
    static NotEnough nothingCounted(String reason) {
      return new NotEnough(List.of(reason), Optional.empty(), Optional.empty());
    }
  }

  /**
   * There is an answer.
   *
   * @param smallestReduction the smallest fall that would have shown, as a part of one
   */
  record Answer(Counts counts, RateRatio ratio, Interval interval, double smallestReduction)
      implements Change {
    static Answer of(Counts counts, RateRatio ratio) {
      return new Answer(counts, ratio, ratio.interval(), ratio.smallestReductionShown());
    }

    @Override
    public Optional<Counts> counted() {
      return Optional.of(counts);
    }

    @Override
    public Optional<RateRatio> poolable() {
      return Optional.of(ratio);
    }
  }
}
