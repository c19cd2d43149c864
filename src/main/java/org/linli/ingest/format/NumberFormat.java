package org.linli.ingest.format;

import java.util.Locale;

/** What a workbook's number format makes of a number. */
enum NumberFormat {
  NUMBER,
  DAY,
  MOMENT,
  TIME_OF_DAY;

  /**
   * @param id the format's number, of which those below 164 are built in
   * @param code how the workbook itself writes the format; null for most of the built-in ones
   */
  static NumberFormat of(int id, String code) {
    return code == null || code.isEmpty() ? builtIn(id) : written(code);
  }

  /** By ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of Chinese and its neighbours. */
  private static NumberFormat builtIn(int id) {
    if (id == 22) {
      return MOMENT;
    }
    boolean time = id >= 18 && id <= 21 || id >= 32 && id <= 35 || id == 45 || id == 47;
    if (time || id == 55 || id == 56) {
      return TIME_OF_DAY;
    }
    boolean day = id >= 14 && id <= 17 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
    return day ? DAY : NUMBER;
  }

  private static NumberFormat written(String code) {
    String positive = bare(code.toLowerCase(Locale.ROOT)).split(";", -1)[0];
    if (positive.contains("[")) {
      // Hours or minutes that go on counting after the day is over.
      return NUMBER;
    }
    String plain = positive.replace("am/pm", "").replace("a/p", "").replace("general", "");
    boolean time = has(plain, "hs");
    boolean day = has(plain, "yd") || plain.contains("aaa") || !time && plain.contains("m");
    if (day) {
      return time ? MOMENT : DAY;
    }
    return time ? TIME_OF_DAY : NUMBER;
  }

  /** Without texts, colours, languages and conditions, which stand for themselves. */
  private static String bare(String code) {
    return code.replaceAll("\"[^\"]*\"?", "")
        .replaceAll("[\\\\_*].", "")
        .replaceAll("\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
  }

  private static boolean has(String text, String anyOf) {
    return text.chars().anyMatch(c -> anyOf.indexOf(c) >= 0);
  }
}
