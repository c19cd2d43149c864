package org.linli.ogcapi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;

/**
 * Where the next page begins: after a place, in one query. Opaque to clients, and checked rather
 * than signed, as it gives no right that its reader lacks. Base64url of a version byte, the query's
 * checksum and the place in UTF-8.
 */
final class PageToken {
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 1 + Integer.BYTES;
  private static final int LONGEST = 6000;

  private PageToken() {}

  /**
   * @param query a text that names the layer and all that limits its rows
   */
  static String after(String place, String query) {
    byte[] utf8 = place.getBytes(StandardCharsets.UTF_8);
    ByteBuffer token = ByteBuffer.allocate(HEAD_BYTES + utf8.length);
    token.put(VERSION).putInt(checksum(query, utf8)).put(utf8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /**
   * The place after which the page begins.
   *
   * @throws InvalidParameterException if the token was not made here, or for another query
   */
  static String parse(String token, String query) {
    try {
      return parse(ByteBuffer.wrap(Base64.getUrlDecoder().decode(shortEnough(token))), query);
    } catch (IllegalArgumentException | CharacterCodingException forged) {
      throw invalid();
    }
  }

  private static String shortEnough(String token) {
    if (token.length() > LONGEST) {
      throw invalid();
    }
    return token;
  }

  private static String parse(ByteBuffer token, String query) throws CharacterCodingException {
    if (token.remaining() <= HEAD_BYTES || token.get() != VERSION) {
      throw invalid();
    }
    int claimed = token.getInt();
    byte[] utf8 = new byte[token.remaining()];
    token.get(utf8);
    if (claimed != checksum(query, utf8)) {
      throw invalid();
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  private static int checksum(String query, byte[] place) {
    CRC32 checksum = new CRC32();
    checksum.update(query.getBytes(StandardCharsets.UTF_8));
    checksum.update(place);
    return (int) checksum.getValue();
  }

  static InvalidParameterException invalid() {
    return new InvalidParameterException(
        "next",
        new LocalText(
            "参数「next」不是这个查询给出的：请从没有 next 的第一页开始，跟随 next 链接。",
            "This next did not come from this query: start from the first page, without next, and"
                + " follow its links.",
            "«next» འདི་འདྲི་ཞུ་འདིའི་མིན། ཤོག་ངོས་དང་པོ་ནས་འགོ་བཙུགས་རོགས།"));
  }
}
