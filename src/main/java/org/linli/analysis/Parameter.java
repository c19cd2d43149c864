package org.linli.analysis;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.layer.LocalText;

/**
 * A named threshold of an analysis.
 *
 * @param unit empty for a plain number
 * @param least the smallest number allowed
 * @param greatest the greatest number allowed
 * @param standard the value when none is given; empty when the parameter may be left out or must be
 *     given, as {@code required} says
 * @param options the texts allowed, for a choice
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
    List<String> options) {

  /** What a parameter's values are. */
  public enum Type {
    /** {@link Double}. */
    NUMBER,
    /** {@link Long}. */
    WHOLE,
    /** {@link Instant}, ISO 8601 with an offset or Z, kept in whole milliseconds. */
    INSTANT,
    /** {@link String}, one of the options. */
    CHOICE,
    /** {@link String}. */
    TEXT
  }

  /**
   * @throws ParameterException if the text is no value of this parameter
   */
  Object parse(String text) {
    return switch (type) {
      case NUMBER -> inRange(number(text), text);
      case WHOLE -> whole(text);
      case INSTANT -> instant(text);
      case CHOICE -> option(text);
      case TEXT -> text;
    };
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw refusal(text, allowed());
    }
  }

  private double inRange(double number, String text) {
    if (!(number >= least && number <= greatest)) {
      throw refusal(text, allowed());
    }
    return number;
  }

  private long whole(String text) {
    double number = inRange(number(text), text);
    if (number != Math.rint(number)) {
      throw refusal(text, allowed());
    }
    return (long) number;
  }

  private Instant instant(String text) {
    try {
      Instant instant = java.time.OffsetDateTime.parse(text).toInstant();
      if (instant.getEpochSecond() < -62_135_596_800L
          || instant.getEpochSecond() > 253_402_300_799L) {
        throw refusal(text, "a time in the years 1 to 9999");
      }
      return Instant.ofEpochMilli(instant.toEpochMilli());
    } catch (DateTimeException none) {
      throw refusal(text, "a time such as 2026-06-01T09:00:00+08:00");
    }
  }

  private String option(String text) {
    if (!options.contains(text)) {
      throw refusal(text, "one of " + String.join(", ", options));
    }
    return text;
  }

  private String allowed() {
    String kind = type == Type.WHOLE ? "a whole number" : "a number";
    return kind
        + " from "
        + plain(least)
        + " to "
        + plain(greatest)
        + unit.map(u -> " " + u).orElse("");
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private ParameterException refusal(String text, String allowed) {
    return new ParameterException(
        name, "Parameter " + name + " cannot be «" + text + "»: give " + allowed + ".");
  }
}
