package org.linli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.RefusedException;
import org.linli.testing.KeptAccounts;

class AccountsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

  private final KeptAccounts file = new KeptAccounts();

  private Accounts accounts() {
    return new Accounts(file, CLOCK);
  }

  @Test
  void theFirstStartMakesAnAdministratorAndTheSecondNone() {
    String password = accounts().makeFirst().orElseThrow().oneTimePassword();

    assertThat(accounts().makeFirst()).isEmpty();
    assertThat(accounts().verify("admin", password)).isPresent();
    assertThat(accounts().verify("admin", password + "x")).isEmpty();
    assertThat(file.texts()).noneMatch(text -> text.contains(password));
  }

  @Test
  void theLastAdministratorStays() {
    Accounts accounts = accounts();
    accounts.add("one", Role.ADMIN);
    accounts.add("two", Role.EDITOR);

    assertThatThrownBy(() -> accounts.remove("one")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> accounts.changeRole("one", Role.EDITOR))
        .isInstanceOf(RefusedException.class);
    accounts.changeRole("two", Role.ADMIN);
    accounts.remove("one");
    assertThat(accounts().list()).extracting(Account::name).containsExactly("two");
  }

  @Test
  void anAccountOfAProgramHasItsPasswordAtOnceIfItIsASoundOne() {
    Accounts accounts = accounts();
    assertThatThrownBy(() -> accounts.add("nightly", Role.EDITOR, "short"))
        .isInstanceOf(InvalidParameterException.class);
    Account made = accounts.add("nightly", Role.EDITOR, "a long enough secret");
    assertThat(made.mustChange()).isFalse();
    assertThat(accounts.verify("nightly", "a long enough secret")).contains(made);
  }

  @Test
  void aFileThatIsBrokenLetsNobodyIn() {
    file.spoil("[{\"name\":\"x\"");
    assertThatIllegalArgumentException().isThrownBy(this::accounts).withMessageContaining("backup");
  }

  @Test
  void afterAQuarterOfAnHourWhoeverGuessedMayTryAgain() {
    AtomicLong nanos = new AtomicLong();
    LoginThrottle throttle =
        new LoginThrottle(
            new TimeMeter() {
              @Override
              public long currentTimeNanos() {
                return nanos.get();
              }

              @Override
              public boolean isWallClockBased() {
                return false;
              }
            });
    for (int i = 0; i < 5; i++) {
      assertThat(throttle.findDelay("a", "10.0.0.1")).isEmpty();
      throttle.wrong("a", "10.0.0.1");
    }

    assertThat(throttle.findDelay("a", "10.0.0.1")).isPresent();
    assertThat(throttle.findDelay("a", "10.0.0.2")).as("another address").isEmpty();
    assertThat(throttle.findDelay("b", "10.0.0.1")).as("another name").isEmpty();
    nanos.addAndGet(Duration.ofMinutes(15).toNanos());
    assertThat(throttle.findDelay("a", "10.0.0.1")).isEmpty();
  }

  @Test
  void namesAreTriedFromOneAddressFiftyTimesAtMost() {
    LoginThrottle throttle = new LoginThrottle();
    for (int i = 0; i < 50; i++) {
      throttle.wrong("name" + i, "10.0.0.1");
    }
    assertThat(throttle.findDelay("another", "10.0.0.1")).isPresent();
  }
}
