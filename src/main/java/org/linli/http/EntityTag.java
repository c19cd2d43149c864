package org.linli.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * An entity tag.
 *
 * @param text with its quotes, and with {@code W/} if it is weak
 */
record EntityTag(String text) {
  private static final int BYTES = 15;

  /** The tag of an answer that all these parts decide. */
  static EntityTag of(Object... parts) {
    MessageDigest digest = sha256();
    for (Object part : parts) {
      digest.update(part instanceof byte[] bytes ? bytes : utf8(part));
      digest.update((byte) 0);
    }
    byte[] shortened = Arrays.copyOf(digest.digest(), BYTES);
    return new EntityTag(
        '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(shortened) + '"');
  }

  private static byte[] utf8(Object part) {
    return String.valueOf(part).getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  /** The same tag for bytes that may differ although they mean the same. */
  EntityTag weak() {
    return new EntityTag("W/" + text);
  }

  /** A strong tag without its quotes: letters, digits, minus and underscore. */
  String name() {
    return text.substring(1, text.length() - 1);
  }

  /** Whether an If-None-Match lists it; compared weakly (RFC 9110, 13.1.2). */
  boolean isListedIn(String ifNoneMatch) {
    return ifNoneMatch.strip().equals("*")
        || Stream.of(ifNoneMatch.split(","))
            .map(String::strip)
            .map(EntityTag::opaque)
            .anyMatch(opaque(text)::equals);
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
