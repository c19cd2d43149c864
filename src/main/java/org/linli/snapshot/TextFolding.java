package org.linli.snapshot;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.function.UnaryOperator;
import org.linli.layer.Expression.Folding;

/**
 * Texts as they compare when case or accents do not count (OGC 21-065r2, clauses 7.3 and 7.4): by
 * Unicode's full case folding, and without the marks that its canonical decomposition sets apart.
 * Only marks that are used with any script go: the vowels of Tibetan and other scripts are marks as
 * well, and make another word.
 */
final class TextFolding {
  private TextFolding() {}

  static UnaryOperator<String> of(Folding folding) {
    return switch (folding) {
      case CASEI -> TextFolding::withoutCase;
      case ACCENTI -> TextFolding::withoutAccents;
    };
  }

  private static String withoutCase(String text) {
    return Normalizer.normalize(UCharacter.foldCase(text, true), Normalizer.Form.NFC);
  }

  private static String withoutAccents(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> !isAccent(c))
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static boolean isAccent(int codePoint) {
    return Character.getType(codePoint) == Character.NON_SPACING_MARK
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.INHERITED;
  }
}
