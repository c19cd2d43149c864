package org.linli.ingest.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlainTimesTest {
  private static final String PATTERN = "2026-05-01T08:00:00Z";
  private static final String ODD = "0123456789-/:TZz. 年٣";

  @Test
  void aDateIsADayAndATimeWithAZIsAnInstant() {
    assertThat(PlainTimes.find("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    assertThat(PlainTimes.find("1999-12-31T23:59:58Z"))
        .contains(Instant.parse("1999-12-31T23:59:58Z"));
  }

  @Test
  void whatIsReadByPlacesMeansTheSameByThePattern() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      String text = spoilt(random);
      Optional<String> byPlaces = tried(() -> PlainTimes.find(text).map(Object::toString));
      Optional<String> byPattern = tried(() -> TextTimes.findLoose(text).map(Object::toString));
      if (byPlaces.isPresent()) {
        read++;
        assertThat(byPlaces).as("seed %d: %s", seed, text).isEqualTo(byPattern);
      }
    }
    assertThat(read).as("seed %d", seed).isGreaterThan(10_000);
  }

  /** A plain date or instant of random digits, in which up to two places may be anything. */
  private static String spoilt(Random random) {
    StringBuilder text = new StringBuilder(PATTERN);
    text.setLength(random.nextBoolean() ? 10 : 20);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        text.setCharAt(i, (char) ('0' + random.nextInt(i % 3 == 0 || i < 4 ? 10 : 3)));
      }
    }
    for (int spoils = random.nextInt(3); spoils > 0; spoils--) {
      text.setCharAt(random.nextInt(text.length()), ODD.charAt(random.nextInt(ODD.length())));
    }
    return text.toString();
  }

  /** Tells a day that does not exist from a text of another form. */
  private static Optional<String> tried(Supplier<Optional<String>> reading) {
    try {
      return reading.get();
    } catch (DateTimeException noSuchDay) {
      return Optional.of("no such day or time");
    }
  }
}
