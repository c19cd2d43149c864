package org.linli.analysis.patrol;

import java.time.Duration;
import java.util.Locale;

/** What is owed to a building: the daily round, or the monthly visit to its homes. */
public enum Duty {
  DAILY_PATROL("patrol_interval_hours", Duration.ofHours(1)),
  MONTHLY_VISIT("visit_interval_days", Duration.ofDays(1));

  private final String intervalField;
  private final Duration intervalUnit;

  Duty(String intervalField, Duration intervalUnit) {
    this.intervalField = intervalField;
    this.intervalUnit = intervalUnit;
  }

  /** As the layers call it. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Duty ofKind(String kind) {
    return valueOf(kind.toUpperCase(Locale.ROOT));
  }

  /** The buildings' field with how often it is due. */
  String intervalField() {
    return intervalField;
  }

  long intervalUnitMillis() {
    return intervalUnit.toMillis();
  }
}
