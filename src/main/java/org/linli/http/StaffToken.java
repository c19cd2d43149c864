package org.linli.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The secret by which programs of the machine's owner make staff requests. */
public final class StaffToken {
  private static final String SCHEME = "bearer ";

  private final byte[] digest;

  /**
   * @throws IllegalArgumentException if the token is blank: then anyone would be staff
   */
  public StaffToken(String token) {
    if (token.isBlank()) {
      throw new IllegalArgumentException(
          "The staff token is empty: remove its file, and the next start makes a new one.");
    }
    this.digest = digest(token);
  }

  /** Whether an Authorization header bears this token; takes the same time for every wrong one. */
  boolean isBorneBy(String authorization) {
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    String token = bearer ? authorization.substring(SCHEME.length()).strip() : "";
    return MessageDigest.isEqual(digest, digest(token));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
