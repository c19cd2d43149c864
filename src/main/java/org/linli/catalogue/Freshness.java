package org.linli.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.linli.layer.LocalText;

/**
 * How a dataset stands to the updates that were promised, by the share of the promised interval
 * that has passed; with the limits that the portal has for every duty.
 */
public enum Freshness {
  FRESH(new LocalText("最新", "Fresh", "གསར་པ།")),
  DUE(new LocalText("该更新了", "Due", "གསར་བསྒྱུར་དུས་ལ་བབས།")),
  OVERDUE(new LocalText("逾期未更新", "Overdue", "དུས་ལས་ཡོལ་བ།")),
  /** Nobody promised anything. */
  UNKNOWN(new LocalText("未承诺更新", "No update promised", "གསར་བསྒྱུར་ཁས་བླངས་མེད།"));

  private static final double DUE_FROM = 0.8;

  private final LocalText title;

  Freshness(LocalText title) {
    this.title = title;
  }

  /**
   * @param updatedAt when the dataset last changed; after {@code now} it counts as now
   */
  public static Freshness of(Optional<UpdateFrequency> promised, Instant updatedAt, Instant now) {
    if (promised.isEmpty()) {
      return UNKNOWN;
    }
    if (now.isAfter(promised.get().after(updatedAt))) {
      return OVERDUE;
    }
    return now.isBefore(dueFrom(promised.get(), updatedAt)) ? FRESH : DUE;
  }

  /** When a dataset that is not updated begins to be due. */
  static Instant dueFrom(UpdateFrequency promised, Instant updatedAt) {
    Duration interval = Duration.between(updatedAt, promised.after(updatedAt));
    return updatedAt.plusMillis(Math.round(interval.toMillis() * DUE_FROM));
  }

  /** As it is written in documents and parameters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public LocalText title() {
    return title;
  }
}
