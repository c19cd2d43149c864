package org.linli.account;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;

/**
 * Tells by name and password who somebody is. Programs send both with every request; so that not
 * each costs a hash made to be slow, what was right is known for five minutes, as a keyed digest.
 */
public final class SignIn {
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;
  private static final String DIGEST = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int REMEMBERED = 1_000;
  private static final Duration MEMORY = Duration.ofMinutes(5);

  private record Known(SignedIn who, Instant until) {}

  private final Accounts accounts;
  private final LoginThrottle throttle;
  private final Clock clock;
  private final byte[] key = new byte[KEY_BYTES];
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  public SignIn(Accounts accounts, LoginThrottle throttle, Clock clock) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /**
   * @param address where the request came from
   * @throws RefusedException 401 if name and password do not belong together, 429 after too many
   *     such tries
   */
  public Account enter(String name, String password, String address) {
    String digest = digest(name, password);
    Optional<Account> remembered = remembered(digest);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    if (throttle.findDelay(name, address).isPresent()) {
      throw new RefusedException(TOO_MANY, TOO_MANY_TRIES);
    }
    Optional<Account> account = accounts.verify(name, password);
    if (account.isEmpty()) {
      throttle.wrong(name, address);
      throw new RefusedException(UNAUTHORIZED, WRONG);
    }
    throttle.right(name, address);
    remember(digest, account.get());
    return account.get();
  }

  /** The account that somebody signed in to, as long as it is there and has the same password. */
  public Optional<Account> find(SignedIn who) {
    return accounts.find(who.name()).filter(account -> account.since().equals(who.since()));
  }

  private Optional<Account> remembered(String digest) {
    synchronized (known) {
      return Optional.ofNullable(known.get(digest))
          .filter(entry -> clock.instant().isBefore(entry.until()))
          .flatMap(entry -> find(entry.who()));
    }
  }

  private void remember(String digest, Account account) {
    synchronized (known) {
      known.put(digest, new Known(SignedIn.of(account), clock.instant().plus(MEMORY)));
    }
  }

  private String digest(String name, String password) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(new SecretKeySpec(key, DIGEST));
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("Every Java platform has " + DIGEST + ".", impossible);
    }
  }

  private static final LocalText WRONG =
      new LocalText(
          "账号或密码不对。",
          "The name and the password do not belong together.",
          "མིང་ངམ་གསང་ཨང་ནོར་འདུག");

  private static final LocalText TOO_MANY_TRIES =
      new LocalText(
          "尝试次数过多，请几分钟后再试；忘记密码请找管理员重置。",
          "Too many wrong passwords: try again in a few minutes, or ask an administrator for a new"
              + " one.",
          "ཐེངས་མང་དྲགས་པས་སྐར་མ་ཁ་ཤས་རྗེས་ཚོད་ལྟ་གནང་། ཡང་ན་དོ་དམ་པར་གསང་ཨང་གསར་པ་ཞུ་རོགས།");
}
