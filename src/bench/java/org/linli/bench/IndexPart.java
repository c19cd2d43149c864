package org.linli.bench;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The snapshot's own speed, by JMH, in a JVM apart. */
final class IndexPart {
  private IndexPart() {}

  static void run(Course course, Results results) throws Exception {
    Collection<RunResult> runs =
        new Runner(
                new OptionsBuilder()
                    .include(SnapshotBenchmark.class.getName())
                    .param("features", "" + course.buildings())
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(2))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(2))
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .build())
            .run();
    for (RunResult run : runs) {
      double micros = run.getPrimaryResult().getScore();
      results.add(
          run.getPrimaryResult().getLabel().equals("windowOf300")
              ? Figure.bound("window query of 300 hits in the snapshot", micros, "µs", 50)
              : Figure.alone(run.getPrimaryResult().getLabel(), micros, "µs"));
    }
  }
}
