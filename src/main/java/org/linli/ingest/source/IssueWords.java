package org.linli.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.linli.geo.Finding;

/**
 * The words for issues in one language, from {@code issues_zh}, {@code issues_en} and {@code
 * issues_bo}.
 */
final class IssueWords {
  private static final String BUNDLE = "org.linli.ingest.source.issues";
  private static final IssueWords ZH = new IssueWords(Locale.CHINESE);
  private static final IssueWords EN = new IssueWords(Locale.ENGLISH);
  private static final IssueWords BO = new IssueWords(Locale.forLanguageTag("bo"));

  private final ResourceBundle words;

  private IssueWords(Locale locale) {
    this.words = ResourceBundle.getBundle(BUNDLE, locale);
  }

  /** English and Tibetan for those who ask for it, Chinese for everybody else. */
  static IssueWords in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "en" -> EN;
      case "bo" -> BO;
      default -> ZH;
    };
  }

  String message(ImportIssue issue) {
    String own = filled(words.getString(issue.kind().name() + ".message"), numbered(issue));
    return issue.finding().map(finding -> (own + " " + message(finding)).strip()).orElse(own);
  }

  /** A finding brings its English words with it; those of other languages are in their bundle. */
  private String message(Finding finding) {
    String key = "finding." + finding.key();
    if (!words.containsKey(key)) {
      return finding.message();
    }
    String own = filled(words.getString(key), finding.arguments());
    return finding.further().map(further -> own + " " + message(further)).orElse(own);
  }

  String cure(ImportIssue issue) {
    String own = filled(words.getString(issue.kind().name() + ".cure"), numbered(issue));
    return issue.finding().flatMap(this::cure).map(cure -> (own + " " + cure).strip()).orElse(own);
  }

  private Optional<String> cure(Finding finding) {
    Finding last = finding.further().orElse(finding);
    String key = "finding." + last.key() + ".cure";
    return words.containsKey(key)
        ? Optional.of(filled(words.getString(key), last.arguments()))
        : last.cure();
  }

  private static Map<String, String> numbered(ImportIssue issue) {
    Map<String, String> arguments = new HashMap<>();
    List<String> details = issue.details();
    for (int i = 0; i < details.size(); i++) {
      arguments.put(String.valueOf(i), details.get(i));
    }
    return arguments;
  }

  /** Puts the arguments in place of {@code {name}}; a name without one is left out. */
  private static String filled(String template, Map<String, String> arguments) {
    StringBuilder text = new StringBuilder();
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
      int close = template.indexOf('}', open);
      text.append(template, done, open);
      text.append(arguments.getOrDefault(template.substring(open + 1, close), ""));
      done = close + 1;
    }
    return text.append(template.substring(done)).toString();
  }
}
