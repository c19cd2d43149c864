package org.linli.account;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.layer.LocalText;

/**
 * What a password has to be (after NIST SP 800-63B: long rather than mixed, and never the name),
 * and how a one-time one is made.
 */
final class PasswordRules {
  static final int SHORTEST = 10;
  static final int LONGEST = 128;
  private static final int KINDS = 4;

  /** Without letters and digits that are taken for each other. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int ONE_TIME_LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PasswordRules() {}

  /** Why a text cannot be the password of this name; empty if it can. */
  static Optional<LocalText> fault(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of(
          new LocalText(
              "密码须为 " + SHORTEST + " 至 " + LONGEST + " 个字符。",
              "A password has " + SHORTEST + " to " + LONGEST + " characters.",
              "གསང་ཨང་ལ་ཡིག་རྟགས་ " + SHORTEST + " ནས་ " + LONGEST + " དགོས།"));
    }
    if (password.equalsIgnoreCase(name) || password.codePoints().distinct().count() < KINDS) {
      return Optional.of(
          new LocalText(
              "这个密码太容易猜到，请另选一个。",
              "This password is too easy to guess; choose another.",
              "གསང་ཨང་འདི་ཚོད་དཔག་སླ་བས་གཞན་ཞིག་འདེམས་རོགས།"));
    }
    return Optional.empty();
  }

  /** 16 letters and digits in groups of four: 79 bits, and can be read out. */
  static String oneTime() {
    String letters =
        RANDOM
            .ints(ONE_TIME_LENGTH, 0, ALPHABET.length())
            .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
            .collect(Collectors.joining());
    return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
