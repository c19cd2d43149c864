package org.linli.analysis.publication;

import java.time.Duration;
import java.time.Instant;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Parameter;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;

/**
 * The moments from which the public may look: the ends of days that are at least seven days old. A
 * free choice would find out by halving when somebody came by.
 */
public final class PublicMoment {
  private static final Duration AGE = Duration.ofDays(7);

  private PublicMoment() {}

  /** The latest of them. */
  public static Instant latest(Instant now) {
    long oldEnough = now.minus(AGE).toEpochMilli();
    return Instant.ofEpochMilli(CommunityTime.startOf(CommunityTime.dayOf(oldEnough)));
  }

  /** The day on which a moment lies, as its first millisecond. */
  static Instant day(Instant moment) {
    long millis = moment.toEpochMilli();
    return Instant.ofEpochMilli(CommunityTime.startOf(CommunityTime.dayOf(millis)));
  }

  /**
   * @throws InvalidParameterException if the public may not look from there
   */
  public static void require(Instant asOf, Instant now) {
    Instant latest = latest(now);
    if (asOf.isAfter(latest) || !day(asOf).equals(asOf)) {
      LocalText last = CommunityTime.said(latest);
      throw new InvalidParameterException(
          Parameter.AS_OF,
          new LocalText(
              "公开数据只能看到至少七天前某一天结束的时刻（北京时间 00:00），最晚为 " + last.zh() + "。",
              "The public may look from the end of a day (00:00 in Asia/Shanghai) that is at least"
                  + " seven days old: "
                  + last.en()
                  + " at the latest.",
              "མང་ཚོགས་ཀྱིས་ཉིན་བདུན་གོང་གི་ཉིན་མཇུག་ལས་བལྟ་མི་ཐུབ། ཕྱི་ཤོས་ " + last.bo()));
    }
  }
}
