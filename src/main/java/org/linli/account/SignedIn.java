package org.linli.account;

import java.io.Serializable;
import java.time.Instant;

/**
 * Whom a session stands for.
 *
 * @param since of the password they signed in with: another one ends the session
 */
public record SignedIn(String name, Instant since) implements Serializable {
  public static SignedIn of(Account account) {
    return new SignedIn(account.name(), account.since());
  }
}
