package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.analysis.CommunityTime;

class WindowsTest {
  private static long day(String day) {
    return CommunityTime.startOf(LocalDate.parse(day));
  }

  private static void assertWindows(Windows windows, String... days) {
    assertThat(CommunityTime.dayOf(windows.beforeFrom())).hasToString(days[0]);
    assertThat(CommunityTime.dayOf(windows.beforeTo())).hasToString(days[1]);
    assertThat(CommunityTime.dayOf(windows.afterFrom())).hasToString(days[2]);
    assertThat(CommunityTime.dayOf(windows.afterTo())).hasToString(days[3]);
    assertThat(windows.beforeTo() - windows.beforeFrom())
        .isEqualTo(windows.afterTo() - windows.afterFrom());
  }

  @Test
  void aYearBeforeEndsAtTheProposalAndAYearAfterBeginsAtCompletion() {
    // 2024 has a 29 February: 365 days before 10 January 2025 is 11 January 2024.
    assertWindows(
        Windows.of(day("2025-01-10"), day("2025-03-01"), day("2026-06-15"), 365),
        "2024-01-11",
        "2025-01-10",
        "2025-03-01",
        "2026-03-01");
  }

  @Test
  void aShorterAfterIsComparedWithTheSameMonthsOfTheLastYearThatWasOverByTheProposal() {
    // 200 days after 1 November 2025 is 20 May 2026; a year earlier would end on 20 May 2025, when
    // the project was proposed already, so it is two.
    assertWindows(
        Windows.of(day("2025-01-10"), day("2025-11-01"), day("2026-05-20"), 365),
        "2023-11-01",
        "2024-05-19",
        "2025-11-01",
        "2026-05-20");
    assertWindows(
        Windows.of(day("2025-06-10"), day("2025-11-01"), day("2026-06-15"), 180),
        "2024-11-01",
        "2025-04-30",
        "2025-11-01",
        "2026-04-30");
  }

  @Test
  void lessThanHalfAYearIsTooShort() {
    long completed = day("2025-11-01");
    assertThat(Windows.of(completed, completed, day("2026-04-29"), 365).isLongEnough()).isFalse();
    assertThat(Windows.of(completed, completed, day("2026-04-30"), 365).isLongEnough()).isTrue();
    assertThat(Windows.of(completed, completed, day("2025-11-01"), 365).isLongEnough()).isFalse();
  }
}
