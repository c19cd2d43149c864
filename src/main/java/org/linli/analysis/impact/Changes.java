package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
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
      IntFunction<Change> change = project -> answer(study, project, question, cancellation);
      answers.put(
          question, IntStream.of(projects).parallel().mapToObj(change).toArray(Change[]::new));
    }
  }

  /**
   * The same questions about other projects. What was said of one that is the same is said again,
   * unless one that is not was under way while its hazards are counted.
   *
   * @param stays whether what was said of a project holds
   */
  private Changes(
      Changes before,
      Built built,
      Optional<Study> study,
      int[] same,
      IntPredicate stays,
      Cancellation cancellation) {
    this.study = study;
    this.projects = built.rows();
    boolean[] holds = new boolean[same.length];
    IntStream.of(projects)
        .forEach(
            p ->
                holds[p] =
                    same[p] >= 0
                        && Arrays.binarySearch(before.projects, same[p]) >= 0
                        && stays.test(p));
    for (Study.Question question : before.answers.keySet()) {
      IntFunction<Change> change =
          p -> holds[p] ? before.of(same[p], question) : answer(study, p, question, cancellation);
      answers.put(
          question, IntStream.of(projects).parallel().mapToObj(change).toArray(Change[]::new));
    }
  }

  Changes with(
      Built built,
      Optional<Study> others,
      int[] same,
      IntPredicate stays,
      Cancellation cancellation) {
    return new Changes(this, built, others, same, stays, cancellation);
  }

  private static Change answer(
      Optional<Study> study, int project, Study.Question question, Cancellation cancellation) {
    cancellation.check();
    return study
        .map(some -> some.change(project, question))
        .orElse(Change.NotEnough.nothingCounted("no_hazard_layer"));
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
