package org.linli.analysis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;

/**
 * A named threshold of an analysis.
 *
 * @param unit empty for a plain number
 * @param least the smallest number allowed
 * @param greatest the greatest number allowed
 * @param standard the value when none is given; empty when the parameter may be left out or must be
 *     given, as {@code required} says
 * @param options the texts allowed, for a choice
 * @param presets the values that the public may give; where there are none, the public may not give
 *     any, for a free radius or window attacks counts by difference. {@code asOf} has a rule of its
 *     own, and a choice without presets may always be made.
 */
public record Parameter(
    String name,
    Type type,
    LocalText title,
    Optional<String> unit,
    double least,
    double greatest,
    Optional<String> standard,
    boolean required,
    List<String> options,
    List<String> presets) {
  /** The parameter of the moment that an analysis looks from. */
  public static final String AS_OF = "asOf";

  /** How many characters a text may have. */
  public static final int LONGEST_TEXT = 200;

  /** What a place looks like, as a regular expression of JSON Schema. */
  public static final String PLACE_PATTERN = "^-?\\d{1,3}(\\.\\d+)?,-?\\d{1,2}(\\.\\d+)?$";

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /** What a parameter's values are. */
  public enum Type {
    /** {@link Double}. */
    NUMBER,
    /** {@link Long}. */
    WHOLE,
    /** {@link Instant}, RFC 3339 with an offset or Z, kept in whole milliseconds. */
    INSTANT,
    /** {@link String}, one of the options. */
    CHOICE,
    /** {@link String}, such as a code or a name; blank is none. */
    TEXT,
    /** {@link Place}: longitude and latitude in degrees of EPSG:4326, {@code 101.43,36.04}. */
    PLACE
  }

  /**
   * @throws InvalidParameterException if the text is no value of this parameter, or not one for
   *     this audience
   */
  Object parse(String text, Audience audience) {
    if (audience == Audience.PUBLIC && !isForPublic(text)) {
      throw refusal(
          text,
          presets.isEmpty()
              ? LocalText.same(standard.orElse("—"))
              : LocalText.same(String.join(" | ", presets)));
    }
    return parse(text);
  }

  private boolean isForPublic(String text) {
    return type == Type.CHOICE && presets.isEmpty()
        || name.equals(AS_OF)
        || presets.contains(text)
        || standard.filter(text::equals).isPresent();
  }

  private Object parse(String text) {
    return switch (type) {
      case NUMBER -> number(text);
      case WHOLE -> whole(text);
      case INSTANT -> instant(text);
      case CHOICE -> option(text);
      case TEXT -> words(text);
      case PLACE -> place(text);
    };
  }

  private double number(String text) {
    double number;
    try {
      number = Parameters.number(text);
    } catch (NumberFormatException none) {
      throw refusal(text, range());
    }
    if (number < least || number > greatest) {
      throw refusal(text, range());
    }
    return number;
  }

  private long whole(String text) {
    double number = number(text);
    if (number != Math.rint(number)) {
      throw refusal(text, range());
    }
    return (long) number;
  }

  private Instant instant(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      if (!instant.isBefore(FIRST) && instant.isBefore(LAST)) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
      }
    } catch (DateTimeException none) {
      // refused below
    }
    throw refusal(
        text,
        new LocalText(
            "1900 至 2199 年间的时刻，如 2026-06-01T09:00:00+08:00",
            "a time from 1900 to 2199 such as 2026-06-01T09:00:00+08:00",
            "1900 ནས་ 2199 བར་གྱི་དུས་ཚོད། དཔེར་ན། 2026-06-01T09:00:00+08:00"));
  }

  private String option(String text) {
    if (!options.contains(text)) {
      throw refusal(text, LocalText.same(String.join(" | ", options)));
    }
    return text;
  }

  private String words(String text) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw refusal(
          text,
          new LocalText(
              "1 到 " + LONGEST_TEXT + " 个字符",
              "1 to " + LONGEST_TEXT + " characters",
              "ཡིག་རྟགས་ 1 ནས་ " + LONGEST_TEXT));
    }
    return text;
  }

  private Place place(String text) {
    String[] lonLat = text.split(",", -1);
    try {
      if (lonLat.length == 2) {
        return new Place(Parameters.number(lonLat[0]), Parameters.number(lonLat[1]));
      }
    } catch (IllegalArgumentException none) {
      // refused below
    }
    throw refusal(
        text,
        new LocalText(
            "经度,纬度（度），如 101.43,36.04；经度 -180 – 180，纬度 -90 – 90",
            "lon,lat in degrees such as 101.43,36.04; lon -180 – 180, lat -90 – 90",
            "གཞུང་ཐིག,འཕྲེད་ཐིག དཔེར་ན། 101.43,36.04། -180 – 180, -90 – 90"));
  }

  private LocalText range() {
    String bounds = plain(least) + " – " + plain(greatest) + unit.map(u -> " " + u).orElse("");
    return type == Type.WHOLE
        ? new LocalText("整数 " + bounds, "a whole number, " + bounds, "ཨང་ཧྲིལ། " + bounds)
        : new LocalText("数 " + bounds, "a number, " + bounds, "ཨང་གྲངས། " + bounds);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private InvalidParameterException refusal(String text, LocalText allowed) {
    String shown = Parameters.shown(text);
    return new InvalidParameterException(
        name,
        new LocalText(
            "参数「" + name + "」的值「" + shown + "」不可用。可用：" + allowed.zh() + "。",
            "«" + shown + "» is no " + name + " here. Allowed: " + allowed.en() + ".",
            "«" + name + "» ཡི་གྲངས་ «" + shown + "» སྤྱོད་མི་རུང་། སྤྱོད་ཆོག་པ། " + allowed.bo()),
        type == Type.CHOICE ? options : presets);
  }
}
