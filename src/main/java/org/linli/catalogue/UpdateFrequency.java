package org.linli.catalogue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import org.linli.layer.LocalText;
import org.linli.layer.TimeInterval;

/**
 * How often new records are promised.
 *
 * @param iso the interval in ISO 8601, such as {@code P1D}
 */
public record UpdateFrequency(String iso, TemporalAmount interval) {
  /** The European Union's list of frequencies, which DCAT-AP asks for. */
  private static final String VOCABULARY =
      "http://publications.europa.eu/resource/authority/frequency/";

  private record Term(String iso, String name, LocalText title) {}

  private static final List<Term> TERMS =
      List.of(
          new Term("PT1H", "HOURLY", new LocalText("每小时", "Every hour", "ཆུ་ཚོད་རེར།")),
          new Term("P1D", "DAILY", new LocalText("每天", "Every day", "ཉིན་རེར།")),
          new Term("P7D", "WEEKLY", new LocalText("每周", "Every week", "གཟའ་འཁོར་རེར།")),
          new Term(
              "P14D", "BIWEEKLY", new LocalText("每两周", "Every two weeks", "གཟའ་འཁོར་གཉིས་རེར།")),
          new Term("P1M", "MONTHLY", new LocalText("每月", "Every month", "ཟླ་རེར།")),
          new Term("P3M", "QUARTERLY", new LocalText("每季度", "Every three months", "དུས་ཚིགས་རེར།")),
          new Term("P6M", "ANNUAL_2", new LocalText("每半年", "Every six months", "ལོ་ཕྱེད་རེར།")),
          new Term("P1Y", "ANNUAL", new LocalText("每年", "Every year", "ལོ་རེར།")),
          new Term("P2Y", "BIENNIAL", new LocalText("每两年", "Every two years", "ལོ་གཉིས་རེར།")));

  /** Empty if the text is no interval of ISO 8601 with a length. */
  public static Optional<UpdateFrequency> of(String iso) {
    try {
      TemporalAmount interval = iso.contains("T") ? Duration.parse(iso) : Period.parse(iso);
      UpdateFrequency frequency = new UpdateFrequency(iso, interval);
      return frequency.after(Instant.EPOCH).isAfter(Instant.EPOCH)
          ? Optional.of(frequency)
          : Optional.empty();
    } catch (DateTimeException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  /** One interval later, by the community's calendar. */
  Instant after(Instant moment) {
    return moment.atZone(TimeInterval.COMMUNITY).plus(interval).toInstant();
  }

  private Optional<Term> term() {
    return TERMS.stream().filter(term -> term.iso.equals(normal())).findFirst();
  }

  private String normal() {
    return iso.equals("P1W") || iso.equals("P2W") ? interval.toString() : iso;
  }

  public LocalText title() {
    return term()
        .map(Term::title)
        .orElseGet(() -> new LocalText("每 " + iso, "Every " + iso, iso + " རེར།"));
  }

  /** The term of the European Union's list. */
  public String vocabularyUri() {
    return VOCABULARY + term().map(Term::name).orElse("OTHER");
  }
}
