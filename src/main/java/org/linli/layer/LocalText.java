package org.linli.layer;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A text in the portal's languages: zh (the default), en, bo. */
public record LocalText(String zh, String en, String bo) {
  /** The same words in every language, for names that came without a translation. */
  public static LocalText same(String text) {
    return new LocalText(text, text, text);
  }

  /**
   * From language tags to texts; a missing language falls back to zh, then en, then {@code
   * otherwise}.
   */
  public static LocalText of(Map<String, String> byLanguage, String otherwise) {
    String zh = firstOf(byLanguage.get("zh"), byLanguage.get("en"), otherwise);
    String en = firstOf(byLanguage.get("en"), byLanguage.get("zh"), otherwise);
    return new LocalText(zh, en, firstOf(byLanguage.get("bo"), zh, otherwise));
  }

  private static String firstOf(String first, String second, String third) {
    if (first != null) {
      return first;
    }
    return second != null ? second : third;
  }

  /** The text for a locale; zh when the language is none of ours. */
  public String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "en" -> en;
      case "bo" -> bo;
      default -> zh;
    };
  }

  public Map<String, String> asMap() {
    Map<String, String> map = new TreeMap<>();
    map.put("zh", zh);
    map.put("en", en);
    map.put("bo", bo);
    return map;
  }
}
