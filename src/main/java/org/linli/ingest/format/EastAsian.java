package org.linli.ingest.format;

import java.nio.charset.Charset;
import java.util.List;

/**
 * An East Asian encoding, and which of its characters are everyday ones: the national standards put
 * those first, ordered by sound or strokes, and the rare ones after.
 *
 * @param name as ICU names it
 * @param firstLead the lead byte of the first everyday ideograph
 * @param lastLead the lead byte of the last
 */
record EastAsian(String name, Script script, int firstLead, int lastLead) {
  /** What, beside ideographs, real text in the encoding has. */
  private enum Script {
    CHINESE,
    JAPANESE,
    KOREAN
  }

  static final List<EastAsian> ALL =
      List.of(
          new EastAsian("GB18030", Script.CHINESE, 0xB0, 0xD7),
          new EastAsian("Big5", Script.CHINESE, 0xA4, 0xC6),
          new EastAsian("Shift_JIS", Script.JAPANESE, 0x88, 0x97),
          new EastAsian("EUC-JP", Script.JAPANESE, 0xB0, 0xCF),
          new EastAsian("EUC-KR", Script.KOREAN, 0xB0, 0xC8));

  Charset charset() {
    return Charset.forName(name);
  }

  /** Which part of the characters beyond ASCII are everyday ones, 0 to 1. */
  double everydayShare(byte[] text) {
    int counted = 0;
    int everyday = 0;
    boolean kana = false;
    String decoded = new String(text, charset());
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      if (c >= 0x80 && !isPunctuation(c)) {
        counted++;
        everyday += isKana(c) && script == Script.JAPANESE || isEverydayIdeograph(c) ? 1 : 0;
        kana |= isKana(c);
      }
    }
    // Japanese without any kana is hardly ever Japanese.
    double doubt = script == Script.JAPANESE && !kana ? 0.5 : 1;
    return counted == 0 ? 0 : doubt * everyday / counted;
  }

  private boolean isEverydayIdeograph(char c) {
    byte[] bytes = String.valueOf(c).getBytes(charset());
    int lead = bytes[0] & 0xFF;
    return bytes.length == 2 && lead >= firstLead && lead <= lastLead;
  }

  private static boolean isKana(char c) {
    return c >= 0x3040 && c <= 0x30FF;
  }

  private static boolean isPunctuation(char c) {
    return c >= 0x2000 && c <= 0x206F || c >= 0x3000 && c <= 0x303F || c >= 0xFF00 && c <= 0xFF65;
  }
}
