package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;

/** The answers to some questions about every completed project. */
final class Changes {
  private final Optional<Study> study;
  private final int[] projects;
  private final Map<Study.Question, Change[]> answers = new EnumMap<>(Study.Question.class);

  Changes(
      Built built,
      Optional<Study> study,
      List<Study.Question> questions,
      Cancellation cancellation) {
    this.study = study;
    this.projects = built.rows();
    for (Study.Question question : questions) {
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

  /** The projects that can be pooled, whether they overlap or not. */
  int[] poolable(Study.Question question) {
    return IntStream.of(projects)
        .filter(project -> of(project, question).poolable().isPresent())
        .toArray();
  }

  /** Those of them that do not overlap. */
  int[] pooled(Study.Question question) {
    int[] some = poolable(question);
    return study.map(all -> all.disjoint(some, question)).orElse(some);
  }

  Pool pool(Study.Question question) {
    return new Pool(
        IntStream.of(pooled(question))
            .mapToObj(project -> of(project, question).poolable().orElseThrow())
            .toList());
  }
}
