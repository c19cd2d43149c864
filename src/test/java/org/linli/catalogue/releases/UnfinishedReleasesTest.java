package org.linli.catalogue.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.analysis.CancelledException;
import org.linli.encode.ExportFormat;
import org.linli.layer.RefusedException;

/** There is never half a release: not after a failure, nor a cancellation, nor a kill. */
class UnfinishedReleasesTest extends ReleaseTrial {
  /**
   * Fails at one of the steps, counted from 1; each opening, writing, settling and renaming is one.
   */
  private static final class FailingDisk implements Disk {
    private final Disk real = new Disk.Durable();
    private final int failing;
    private int steps;

    FailingDisk(int failing) {
      this.failing = failing;
    }

    private void step() throws IOException {
      if (++steps == failing) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public OutputStream create(Path file) throws IOException {
      step();
      return new FilterOutputStream(real.create(file)) {
        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
          step();
          out.write(bytes, start, length);
        }
      };
    }

    @Override
    public void settle(Path path) throws IOException {
      step();
      real.settle(path);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      step();
      real.rename(from, to);
    }
  }

  @Test
  void aFailureAtAnyStepLeavesNoRelease() throws IOException {
    FailingDisk counting = new FailingDisk(0);
    maker(files, counting).make();
    Map<String, String> before = sums();
    // The last step of all is after the release has its name: then it is there, whole.
    assertThat(counting.steps).isGreaterThan(30);
    for (int step = 1; step < counting.steps; step++) {
      ReleaseMaker failing = maker(files, new FailingDisk(step));
      assertThatThrownBy(failing::make)
          .as("step " + step)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("there is none");
      assertThat(releases.list()).as("step " + step).hasSize(1);
      assertThat(sums()).as("step " + step).isEqualTo(before);
    }
    assertThat(make().id()).isEqualTo("2026-06-15.2");
  }

  /** Cancels at one of the moments at which it is asked, counted from 1. */
  private static final class Wanted implements ReleaseProgress {
    private final int unwantedAt;
    private int asked;

    Wanted(int unwantedAt) {
      this.unwantedAt = unwantedAt;
    }

    @Override
    public void update(String layerId, int filesMade, int filesTotal) {}

    @Override
    public boolean isCancelled() {
      return ++asked == unwantedAt;
    }
  }

  @Test
  void oneThatIsCancelledAtAnyMomentLeavesNothing() throws IOException {
    ReleaseMaker maker = maker(files, new Disk.Durable());
    // What the first works out of the layers is kept, and asks no more of those that follow.
    maker.make();
    Wanted all = new Wanted(0);
    maker.make(all);
    Map<String, String> before = sums();
    assertThat(all.asked).isGreaterThan(20);
    for (int moment = 1; moment <= all.asked; moment++) {
      Wanted wanted = new Wanted(moment);
      assertThatThrownBy(() -> maker.make(wanted))
          .as("moment " + moment)
          .isInstanceOf(CancelledException.class);
      assertThat(releases.list()).as("moment " + moment).hasSize(2);
      assertThat(sums()).as("moment " + moment).isEqualTo(before);
    }
    assertThat(make().id()).isEqualTo("2026-06-15.3");
  }

  @Test
  void whatAKilledProcessLeftIsNoReleaseAndIsClearedAway() throws IOException {
    Path left = home.resolve("releases").resolve(".making");
    Files.createDirectories(left);
    Files.writeString(left.resolve("houses.geojson"), "{\"type\":\"Feat");
    Files.writeString(left.resolve("release.json"), "{");
    assertThat(releases.list()).isEmpty();
    make();
    assertThat(releases.list()).hasSize(1);
    assertThat(left).doesNotExist();
  }

  @Test
  void aFailingFormatLeavesNoRelease() {
    LayerFiles broken =
        files(
            List.of(ExportFormat.GEOJSON, ExportFormat.CSV),
            (view, format, scratch, out) -> {
              out.write('{');
              if (format == ExportFormat.CSV && view.definition().id().equals("houses")) {
                throw new IllegalStateException("This layer cannot be a table.");
              }
            });
    assertThatThrownBy(() -> maker(broken, new Disk.Durable()).make())
        .isInstanceOf(IllegalStateException.class);
    assertThat(releases.list()).isEmpty();
    assertThat(home.resolve("releases").resolve(".making")).doesNotExist();
  }

  @Test
  void oneReleaseIsMadeAtATime() {
    LayerFiles nested =
        files(
            List.of(ExportFormat.GEOJSON),
            (view, format, scratch, out) -> {
              assertThatThrownBy(this::make)
                  .isInstanceOfSatisfying(
                      RefusedException.class, busy -> assertThat(busy.status()).isEqualTo(503));
            });
    assertThat(maker(nested, new Disk.Durable()).make().id()).isEqualTo("2026-06-15");
    assertThat(releases.list()).hasSize(1);
  }
}
