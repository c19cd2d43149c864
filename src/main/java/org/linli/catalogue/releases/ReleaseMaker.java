package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.linli.layer.TimeInterval;

/**
 * Makes releases. All of one is written under a name that nobody looks at, and is on the disk
 * before its folder gets the name by which it is found: a failure or a loss of power at any point
 * leaves no release, and the next making clears away what it left.
 */
public final class ReleaseMaker {
  private static final String UNFINISHED = ".making";
  private static final String LOCK = ".lock";

  private final Releases releases;
  private final Function<Cancellation, List<ServedLayer>> layers;
  private final LayerFiles files;
  private final Clock clock;
  private final String publisher;
  private final Disk disk;

  /**
   * @param layers the layers as the public may see them; made as long as they are wanted
   * @param clock tells the day that a release is named by
   */
  public ReleaseMaker(
      Releases releases,
      Function<Cancellation, List<ServedLayer>> layers,
      LayerFiles files,
      Clock clock,
      String publisher) {
    this(releases, layers, files, clock, publisher, new Disk.Durable());
  }

  ReleaseMaker(
      Releases releases,
      Function<Cancellation, List<ServedLayer>> layers,
      LayerFiles files,
      Clock clock,
      String publisher,
      Disk disk) {
    this.releases = releases;
    this.layers = layers;
    this.files = files;
    this.clock = clock;
    this.publisher = publisher;
    this.disk = disk;
  }

  /**
   * Freezes what the public may see now.
   *
   * @throws RefusedException if there is nothing to release, or another release is being made
   * @throws UncheckedIOException if it cannot be written; then there is no release
   */
  public Release make() {
    return make(ReleaseProgress.NONE);
  }

  /**
   * The same, told as it goes on.
   *
   * @throws RefusedException if there is nothing to release, or another release is being made
   * @throws CancelledException if it is cancelled before it is there; then there is no release
   * @throws UncheckedIOException if it cannot be written; then there is no release
   */
  public Release make(ReleaseProgress progress) {
    try {
      Files.createDirectories(releases.folder());
      try (FileChannel channel =
              FileChannel.open(
                  releases.folder().resolve(LOCK),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = lock(channel)) {
        return makeAlone(progress);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The release could not be written, and there is none: " + failed.getMessage(), failed);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock()).orElseThrow(ReleaseMaker::busy);
    } catch (OverlappingFileLockException here) {
      throw busy();
    }
  }

  static RefusedException busy() {
    return new RefusedException(
        503,
        new LocalText(
            "另一个数据发布正在生成，请稍后再试。",
            "Another release is being made: try again in a while.",
            "གཏན་འབེབས་གཞན་ཞིག་བཟོ་བཞིན་པས་ཅུང་ཙམ་ནས་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།"));
  }

  private Release makeAlone(ReleaseProgress progress) throws IOException {
    clearUnfinished();
    List<ServedLayer> subjects = layers.apply(progress);
    if (subjects.isEmpty()) {
      throw new RefusedException(
          409,
          new LocalText(
              "没有公开的数据集，无可发布。",
              "There is no public dataset, hence nothing to release.",
              "སྤྱི་ལ་བསྒྲགས་པའི་གཞི་གྲངས་མེད་པས་གཏན་འབེབས་བྱེད་རྒྱུ་མེད།"));
    }
    Path unfinished = releases.folder().resolve(UNFINISHED);
    try {
      Files.createDirectory(unfinished);
      Release release = write(subjects, unfinished, progress);
      progress.check();
      disk.rename(unfinished, releases.folder().resolve(release.id()));
      disk.settle(releases.folder());
      return release;
    } catch (IOException | RuntimeException failed) {
      clearUnfinished();
      throw failed;
    }
  }

  private Release write(List<ServedLayer> subjects, Path unfinished, ReleaseProgress progress)
      throws IOException {
    Instant now = clock.instant();
    List<Release> all = releases.list();
    Optional<Release> previous = all.stream().findFirst();
    int total = subjects.stream().mapToInt(each -> files.formats(each.view()).size()).sum();
    Making making = new Making(unfinished, disk, files, releases, previous, total, progress);
    List<ReleasedDataset> datasets = new ArrayList<>();
    for (ServedLayer subject : subjects) {
      datasets.add(making.dataset(subject));
    }
    Release release =
        new Release(
            nextId(now, all),
            now,
            publisher,
            previous.map(Release::id),
            datasets,
            left(previous, datasets));
    making.finish(release);
    return release;
  }

  private static String nextId(Instant now, List<Release> all) {
    String day = now.atZone(TimeInterval.COMMUNITY).toLocalDate().toString();
    int last =
        all.stream()
            .map(Release::id)
            .filter(id -> Releases.day(id).equals(day))
            .mapToInt(Releases::number)
            .max()
            .orElse(0);
    return last == 0 ? day : day + "." + (last + 1);
  }

  private static List<String> left(Optional<Release> previous, List<ReleasedDataset> datasets) {
    List<String> ids = datasets.stream().map(ReleasedDataset::id).toList();
    return previous.stream()
        .flatMap(release -> release.datasets().stream())
        .map(ReleasedDataset::id)
        .filter(id -> !ids.contains(id))
        .toList();
  }

  private void clearUnfinished() throws IOException {
    FileTree.remove(releases.folder().resolve(UNFINISHED));
  }
}
