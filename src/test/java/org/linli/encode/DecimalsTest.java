package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
  private final byte[] to = new byte[Decimals.MAX_LENGTH];

  private String text(int end) {
    return new String(to, 0, end, StandardCharsets.US_ASCII);
  }

  @Test
  void gridAnglesAreWrittenAsTheirShortestDecimals() {
    assertThat(text(Decimals.grid(to, 0, 1_014_000_000))).isEqualTo("101.4");
    assertThat(text(Decimals.grid(to, 0, -1))).isEqualTo("-0.0000001");
    assertThat(text(Decimals.grid(to, 0, 0))).isEqualTo("0");
    assertThat(text(Decimals.grid(to, 0, -1_800_000_000))).isEqualTo("-180");
    assertThat(text(Decimals.grid(to, 0, Integer.MAX_VALUE))).isEqualTo("214.7483647");
    assertThat(text(Decimals.grid(to, 0, Integer.MIN_VALUE))).isEqualTo("-214.7483648");
  }

  @Test
  void everyGridAngleReadsBackAsItself() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      int steps = random.nextInt() >> random.nextInt(31);
      String text = text(Decimals.grid(to, 0, steps));
      assertThat(new BigDecimal(text).movePointRight(7).intValueExact())
          .as("seed 11, step %d", i)
          .isEqualTo(steps);
      assertThat(text).doesNotEndWith("0.").matches("-?[0-9]+(\\.[0-9]*[1-9])?");
    }
  }

  @Test
  void wholeNumbersReadBackAsThemselves() {
    Random random = new Random(12);
    for (int i = 0; i < 100_000; i++) {
      long value = random.nextLong() >> random.nextInt(63);
      assertThat(text(Decimals.whole(to, 0, value))).isEqualTo(Long.toString(value));
    }
    for (long edge : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE, 9_999, 10_000, -10_000}) {
      assertThat(text(Decimals.whole(to, 0, edge))).isEqualTo(Long.toString(edge));
    }
  }

  @Test
  void everyFourDigitsArePaddedToTheirLength() {
    for (int value = 0; value < 10_000; value++) {
      assertThat(text(Decimals.padded(to, 0, value, 4))).isEqualTo("%04d".formatted(value));
      assertThat(text(Decimals.padded(to, 0, value * 10_000L + 9_999 - value, 8)))
          .isEqualTo("%04d%04d".formatted(value, 9_999 - value));
    }
    assertThat(text(Decimals.padded(to, 0, 7, 3))).isEqualTo("007");
    assertThat(text(Decimals.padded(to, 0, 123_456_789, 9))).isEqualTo("123456789");
    assertThat(text(Decimals.padded(to, 0, 56_789, 9))).isEqualTo("000056789");
  }

  @Test
  void realsReadBackAsTheSameDouble() {
    Random random = new Random(13);
    for (int i = 0; i < 100_000; i++) {
      double value =
          switch (i % 3) {
            case 0 -> random.nextInt(1_000_000) / 100.0;
            case 1 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            default -> Double.longBitsToDouble(random.nextLong());
          };
      if (Double.isFinite(value)) {
        String text = text(Decimals.real(to, 0, value));
        assertThat(Double.parseDouble(text)).as("seed 13, step %d", i).isEqualTo(value);
      }
    }
  }

  @Test
  void aRealStaysARealToItsReader() {
    assertThat(text(Decimals.real(to, 0, 3))).isEqualTo("3.0");
    assertThat(text(Decimals.real(to, 0, -0.5))).isEqualTo("-0.5");
    assertThat(text(Decimals.real(to, 0, 12.345678))).isEqualTo("12.345678");
  }

  @Test
  void roundedNumbersLoseTheZerosAtTheirEnd() {
    assertThat(text(Decimals.rounded(to, 0, 4_300_621.37204, 4))).isEqualTo("4300621.372");
    assertThat(text(Decimals.rounded(to, 0, -0.00004, 4))).isEqualTo("0");
    assertThat(text(Decimals.rounded(to, 0, -20.05, 4))).isEqualTo("-20.05");
  }

  @Test
  void datesAndInstantsAreThoseOfTheCalendar() {
    Random random = new Random(14);
    for (int i = 0; i < 100_000; i++) {
      long day = random.nextInt(4_000_000) - 1_000_000;
      assertThat(text(Calendars.date(to, 0, day))).isEqualTo(LocalDate.ofEpochDay(day).toString());
      long millis = day * 86_400_000 + random.nextInt(86_400_000);
      String text = text(Calendars.instant(to, 0, millis));
      assertThat(Instant.parse(text).toEpochMilli()).isEqualTo(millis);
    }
  }

  @Test
  void anInstantTellsMillisecondsOnlyWhenItHasSome() {
    long whole = Instant.parse("2026-05-01T08:00:00Z").toEpochMilli();
    assertThat(text(Calendars.instant(to, 0, whole))).isEqualTo("2026-05-01T08:00:00Z");
    assertThat(text(Calendars.instant(to, 0, whole + 7))).isEqualTo("2026-05-01T08:00:00.007Z");
  }
}
