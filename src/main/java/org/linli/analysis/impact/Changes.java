package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/** The answers to every question about every completed project. */
final class Changes {
  private final Optional<Study> study;
  private final int[] projects;
  private final Map<Study.Question, Change[]> answers = new EnumMap<>(Study.Question.class);

  Changes(Built built, Optional<Study> study, Cancellation cancellation) {
    this.study = study;
    this.projects = built.rows();
    for (Study.Question question : Study.Question.values()) {
      IntFunction<Change> change =
          project -> {
            cancellation.check();
            return study
                .map(some -> some.change(project, question))
                .orElse(Change.NotEnough.nothingCounted("no_hazard_layer"));
          };
      answers.put(
          question, IntStream.of(projects).parallel().mapToObj(change).toArray(Change[]::new));
    }
  }

  /**
   * @param project the row of a completed project
   */
  Change of(int project, Study.Question question) {
    return answers.get(question)[Arrays.binarySearch(projects, project)];
  }

  int[] disjoint(int[] some, Study.Question question) {
    return study.map(all -> all.disjoint(some, question)).orElse(some);
  }
}
