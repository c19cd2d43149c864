package org.linli.testing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.linli.layer.Feature;
import org.linli.testing.RandomFilters.Filter;

/** Random texts and patterns, of the fields code, kind and secret. */
final class RandomTexts {
  private static final String[] TEXTS = {
    "park", "PARK", "pärk", "draft", "home", "花园", "花", "བོད་\"\\\n", "བད", "it''s", "", "%", "p_rk"
  };
  private static final String[] PATTERNS = {
    "%", "p%", "%k", "_ark", "%a%", "%r%k", "花_", "%园", "draft", "\\%", "p\\_rk", "%%o%e", "", "བ%"
  };

  private final Dice dice;

  RandomTexts(Dice dice) {
    this.dice = dice;
  }

  Term<String> text() {
    return switch (dice.below(6)) {
      case 0 -> new Term<>("code", Feature::code);
      case 1 -> new Term<>("\"secret\"", f -> (String) f.value(2));
      case 2 -> folded(text());
      case 3 -> textLiteral();
      default -> new Term<>("kind", f -> (String) f.value(0));
    };
  }

  private Term<String> textLiteral() {
    String text = dice.oneOf(TEXTS);
    return new Term<>("'" + text + "'", f -> text.replace("''", "'"));
  }

  private Term<String> folded(Term<String> inner) {
    return dice.coin()
        ? new Term<>("CASEI(" + inner.text() + ")", f -> withoutCase(inner.of().apply(f)))
        : new Term<>("accenti(" + inner.text() + ")", f -> withoutAccents(inner.of().apply(f)));
  }

  private static String withoutCase(String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    return text == null
        ? null
        : Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
  }

  Filter like() {
    Term<String> value = dice.below(3) == 0 ? folded(kind()) : kind();
    String pattern = dice.oneOf(PATTERNS);
    boolean not = dice.below(3) == 0;
    Pattern regex = Pattern.compile(regex(pattern), Pattern.DOTALL);
    return new Filter(
        value.text() + (not ? " NOT LIKE '" : " LIKE '") + pattern + "'",
        f -> {
          String text = value.of().apply(f);
          return text == null ? null : regex.matcher(text).matches() != not;
        });
  }

  Term<String> kind() {
    return new Term<>("kind", f -> (String) f.value(0));
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        c = c == '\\' ? pattern.charAt(++i) : c;
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
