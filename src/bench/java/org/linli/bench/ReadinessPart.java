package org.linli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.bench.Contest.Entrant;

/** From the start of the process to the first healthy answer: a full store against an empty one. */
final class ReadinessPart {
  private ReadinessPart() {}

  static void run(Course course, Results results) throws Exception {
    Path full = course.home(course.buildings());
    List<Integer> rounds = IntStream.range(0, course.rounds()).boxed().toList();
    Contest<Integer> contest =
        new Contest<>(
                new Entrant<Integer>("full", round -> start(course, full)),
                new Entrant<Integer>("empty", round -> start(course, course.emptyFolder("home-0"))))
            .run(rounds, (round, answers) -> {});
    Timings slow = contest.of("full");
    Timings fast = contest.of("empty");
    results.add(
        Figure.bound(
            "ready to serve from a cold store, more than empty",
            (slow.median() - fast.median()) / 1e9,
            "s",
            8));
    results.note("Ready to serve: full store " + slow + ", empty store " + fast + ".");
  }

  private static Answer start(Course course, Path home) throws Exception {
    forgetFiles(course);
    try (Portal portal = Portal.serve(home)) {
      return Answer.ofProcess(portal.readyNanos());
    }
  }

  /** Empties the machine's file cache, where this is allowed. */
  private static void forgetFiles(Course course) {
    String command =
        "sync; test ! -w /proc/sys/vm/drop_caches || echo 3 > /proc/sys/vm/drop_caches";
    new Command(course.work().resolve("drop-caches.log"), "sh", "-c", command).run();
  }
}
