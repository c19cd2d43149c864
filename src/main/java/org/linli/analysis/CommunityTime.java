package org.linli.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.linli.layer.LocalText;

/** The community's clock: a day ends at the next 00:00 there. */
public final class CommunityTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter ZH = words("uuuu年M月d日 HH:mm");
  private static final DateTimeFormatter EN = words("d MMMM uuuu, HH:mm");
  private static final DateTimeFormatter BO = words("uuuu 'ལོའི་ཟླ་' M 'ཚེས་' d HH:mm");

  private CommunityTime() {}

  public static ZonedDateTime at(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atZone(ZONE);
  }

  public static LocalDate dayOf(long epochMillis) {
    return at(epochMillis).toLocalDate();
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZONE);
  }

  /** A moment as people write it, by the community's clock. */
  public static LocalText said(Instant moment) {
    return new LocalText(ZH.format(moment), EN.format(moment), BO.format(moment));
  }

  /** The first millisecond of a day. */
  public static long startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
  }

  /** The first day that begins at or after an instant. */
  public static LocalDate firstWholeDay(long epochMillis) {
    LocalDate day = dayOf(epochMillis);
    return startOf(day) == epochMillis ? day : day.plusDays(1);
  }
}
