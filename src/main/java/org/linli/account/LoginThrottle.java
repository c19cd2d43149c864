package org.linli.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords: five wrong ones for a name, and fifty for any names, from
 * one address in a quarter of an hour. Others can sign in meanwhile, also by that name.
 */
public final class LoginThrottle {
  private static final int WRONG_A_NAME = 5;
  private static final int WRONG_AN_ADDRESS = 50;
  private static final Duration SPAN = Duration.ofMinutes(15);
  private static final int REMEMBERED = 20_000;

  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  public LoginThrottle() {
    this(TimeMeter.SYSTEM_MILLISECONDS);
  }

  LoginThrottle(TimeMeter time) {
    this.time = time;
  }

  /** How long to wait before another try; empty if it may be made now. */
  public synchronized Optional<Duration> findDelay(String name, String address) {
    long nanos = Math.max(delay(ofName(name, address)), delay(ofAddress(address)));
    return nanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }

  private static long delay(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  public synchronized void wrong(String name, String address) {
    ofName(name, address).tryConsume(1);
    ofAddress(address).tryConsume(1);
  }

  public synchronized void right(String name, String address) {
    ofName(name, address).reset();
  }

  private Bucket ofName(String name, String address) {
    return bucket("name " + address + " " + name, WRONG_A_NAME);
  }

  private Bucket ofAddress(String address) {
    return bucket("address " + address, WRONG_AN_ADDRESS);
  }

  private Bucket bucket(String key, int wrong) {
    return buckets.computeIfAbsent(
        key,
        missing ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder().capacity(wrong).refillGreedy(wrong, SPAN).build())
                .build());
  }
}
