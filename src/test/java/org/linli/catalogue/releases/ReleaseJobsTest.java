package org.linli.catalogue.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.Town;
import org.linli.catalogue.releases.ReleaseJob.State;
import org.linli.layer.Audience;
import org.linli.layer.RefusedException;

/** How a making goes on beside its asker, and how it may end without a release. */
@Timeout(60)
class ReleaseJobsTest {
  @TempDir private Path folder;

  private ReleaseJobs jobs(Supplier<List<ServedLayer>> layers) {
    Releases releases = new Releases(folder);
    ReleaseMaker maker =
        new ReleaseMaker(
            releases, wanted -> layers.get(), new ExportedFiles(), Clock.systemUTC(), "居委会");
    return new ReleaseJobs(maker, Clock.systemUTC());
  }

  /** The job once it is over: closing waits for the one under way. */
  private ReleaseJob ended(Supplier<List<ServedLayer>> layers) {
    ReleaseJobs jobs = jobs(layers);
    ReleaseJob job = jobs.start();
    jobs.close();
    assertThat(job.status().state().isOver()).isTrue();
    assertThat(job.status().release()).isEmpty();
    assertThat(new Releases(folder).list()).isEmpty();
    return job;
  }

  @Test
  void whileOneIsMadeAnotherIsRefused() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    ReleaseJobs jobs =
        jobs(
            () -> {
              begun.countDown();
              awaitOpen(gate);
              return List.of();
            });
    try {
      ReleaseJob first = jobs.start();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(first.status().state()).isEqualTo(State.RUNNING);
      assertThatThrownBy(jobs::start)
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.status()).isEqualTo(503));
      assertThat(jobs.list()).containsExactly(first);
      assertThat(jobs.find(first.id())).contains(first);
    } finally {
      gate.countDown();
      jobs.close();
    }
  }

  /** Cancelled while its layers are being gathered, hence before a file of it is written. */
  @Test
  void oneThatIsCancelledEndsWithoutAReleaseAndLetsTheNextBegin() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    try (Town town = new Town()) {
      ReleaseJobs jobs =
          jobs(
              () -> {
                begun.countDown();
                awaitOpen(gate);
                return town.layers().list(Audience.PUBLIC, Cancellation.NONE);
              });
      ReleaseJob job = jobs.start();
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      job.cancel();
      gate.countDown();
      jobs.close();
      assertThat(job.status().state()).isEqualTo(State.CANCELLED);
      assertThat(job.status().state().isOver()).isTrue();
      assertThat(job.status().message().orElseThrow().zh()).contains("已取消");
      assertThat(new Releases(folder).list()).isEmpty();
      assertThat(folder.resolve(".making")).doesNotExist();
    }
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void withoutADatasetItSaysThatThereIsNothingToRelease() {
    ReleaseJob job = ended(List::of);
    assertThat(job.status().state()).isEqualTo(State.REFUSED);
    assertThat(job.status().message().orElseThrow().en()).contains("nothing to release");
  }

  @Test
  void aFaultEndsItWithAMessageThatTellsNothingOfTheInside() {
    ReleaseJob job =
        ended(
            () -> {
              throw new IllegalStateException("at org.linli.Secret");
            });
    assertThat(job.status().state()).isEqualTo(State.FAILED);
    assertThat(job.status().message().orElseThrow().en()).contains("log").doesNotContain("Secret");
  }
}
