package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives the same tasks to several entrants, one after the other, and lets another begin each time.
 * Only the time that an entrant itself reports counts.
 */
final class Contest<T> {
  private final List<Entrant<T>> entrants;
  private final List<List<Long>> nanos;

  @SafeVarargs
  Contest(Entrant<T>... entrants) {
    this.entrants = List.of(entrants);
    this.nanos = this.entrants.stream().map(e -> (List<Long>) new ArrayList<Long>()).toList();
  }

  /** Who takes part. */
  record Entrant<T>(String name, Task<T> task) {}

  /** What an entrant does. */
  interface Task<T> {
    Answer answer(T question) throws Exception;
  }

  /** Looks at the answers to one question, in the order of the entrants. */
  interface Check<T> {
    void compare(T question, List<Answer> answers);
  }

  /** Asks without keeping the times. */
  Contest<T> warm(List<T> questions) throws Exception {
    for (T question : questions) {
      for (Entrant<T> entrant : entrants) {
        entrant.task().answer(question).requireOk(entrant.name());
      }
    }
    return this;
  }

  /** Asks, keeps the times, and has the answers compared. */
  Contest<T> run(List<T> questions, Check<T> check) throws Exception {
    for (int round = 0; round < questions.size(); round++) {
      Answer[] answers = new Answer[entrants.size()];
      for (int turn = 0; turn < entrants.size(); turn++) {
        int who = (round + turn) % entrants.size();
        answers[who] = answer(who, questions.get(round));
      }
      check.compare(questions.get(round), List.of(answers));
    }
    return this;
  }

  private Answer answer(int who, T question) throws Exception {
    Entrant<T> entrant = entrants.get(who);
    Answer answer = entrant.task().answer(question).requireOk(entrant.name() + " " + question);
    nanos.get(who).add(answer.nanos());
    return answer;
  }

  Timings of(String name) {
    int who =
        IntStream.range(0, entrants.size())
            .filter(i -> entrants.get(i).name().equals(name))
            .findFirst()
            .orElseThrow();
    return new Timings(nanos.get(who));
  }
}
