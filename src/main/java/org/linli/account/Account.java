package org.linli.account;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A member of staff.
 *
 * @param name what they sign in with; letters of any script, digits, {@code . _ -}
 * @param passwordHash Argon2id, with its parameters and salt
 * @param mustChange whether the password is a one-time one, good for nothing but choosing another
 * @param since when the password was set
 */
public record Account(
    String name, Role role, String passwordHash, boolean mustChange, Instant since) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]{1,64}");

  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  Account withRole(Role other) {
    return new Account(name, other, passwordHash, mustChange, since);
  }

  Account withPassword(String hash, boolean oneTime, Instant now) {
    return new Account(name, role, hash, oneTime, now);
  }
}
