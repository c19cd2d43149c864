package org.linli.catalogue.releases;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.linli.analysis.CancelledException;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The making of a release beside whoever asked for it. */
public final class ReleaseJob {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseJob.class);
  private static final LocalText FAILED =
      new LocalText(
          "系统出错，没有生成数据发布；详情已记入日志。请稍后再试。",
          "Something went wrong here and there is no release; the log has it. Try again later.",
          "མ་ལག་ནོར་འཁྲུལ་བྱུང་བས་གཏན་འབེབས་མ་བྱུང་། ཐོ་བཀོད་ཟིན། རྗེས་སུ་ཡང་བསྐྱར་ཚོད་ལྟ་གནང་།");

  private static final LocalText CANCELLED =
      new LocalText(
          "已取消：没有生成数据发布，什么也没有留下。",
          "It was cancelled: there is no release, and nothing of it is left.",
          "དོར་ཟིན། གཏན་འབེབས་མ་བྱུང་། ལྷག་མ་ཅི་ཡང་མེད།");

  private final String id = UUID.randomUUID().toString();
  private final Instant askedAt;
  private volatile boolean cancelled;
  private volatile Status status =
      new Status(State.RUNNING, Progress.NONE, Optional.empty(), Optional.empty());

  ReleaseJob(Instant askedAt) {
    this.askedAt = askedAt;
  }

  /** What a job is at, or how it ended. */
  public enum State {
    RUNNING,
    RELEASED,
    REFUSED,
    CANCELLED,
    /** By a fault of the portal's; the log has it. */
    FAILED;

    public boolean isOver() {
      return this != RUNNING;
    }

    /** The stable name in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far it is.
   *
   * @param layerId the layer whose file is being written; empty before the first
   */
  public record Progress(Optional<String> layerId, int filesMade, int filesTotal) {
    static final Progress NONE = new Progress(Optional.empty(), 0, 0);
  }

  /**
   * A job at one moment.
   *
   * @param release once there is one
   * @param message why there is none
   */
  public record Status(
      State state, Progress progress, Optional<Release> release, Optional<LocalText> message) {}

  /** Cannot be guessed. */
  public String id() {
    return id;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Status status() {
    return status;
  }

  /** Asks it to end without a release; one that is there already stays. */
  public void cancel() {
    cancelled = true;
  }

  void run(ReleaseMaker maker) {
    try {
      end(State.RELEASED, Optional.of(maker.make(new Told())), Optional.empty());
    } catch (CancelledException wished) {
      end(State.CANCELLED, Optional.empty(), Optional.of(CANCELLED));
    } catch (RefusedException refused) {
      end(State.REFUSED, Optional.empty(), Optional.of(refused.detail()));
    } catch (RuntimeException | Error failed) {
      LOG.error("A release could not be made.", failed);
      end(State.FAILED, Optional.empty(), Optional.of(FAILED));
    }
  }

  private final class Told implements ReleaseProgress {
    @Override
    public void update(String layerId, int filesMade, int filesTotal) {
      Progress progress = new Progress(Optional.of(layerId), filesMade, filesTotal);
      status = new Status(State.RUNNING, progress, Optional.empty(), Optional.empty());
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  private void end(State how, Optional<Release> release, Optional<LocalText> message) {
    status = new Status(how, status.progress(), release, message);
  }
}
