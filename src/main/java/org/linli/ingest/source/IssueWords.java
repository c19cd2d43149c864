package org.linli.ingest.source;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.linli.geo.Finding;

/** The words for issues in one language, from {@code issues_zh} and {@code issues_en}. */
final class IssueWords {
  private static final String BUNDLE = "org.linli.ingest.source.issues";
  private static final IssueWords ZH = new IssueWords(Locale.CHINESE);
  private static final IssueWords EN = new IssueWords(Locale.ENGLISH);

  private final ResourceBundle words;

  private IssueWords(Locale locale) {
    this.words = ResourceBundle.getBundle(BUNDLE, locale);
  }

  /** English for English, Chinese for everybody else. */
  static IssueWords in(Locale locale) {
    return locale.getLanguage().equals("en") ? EN : ZH;
  }

  String message(ImportIssue issue) {
    String own = filled(words.getString(issue.kind().name() + ".message"), numbered(issue));
    return issue.finding().map(finding -> (own + " " + message(finding)).strip()).orElse(own);
  }

  private String message(Finding finding) {
    String key = "finding." + finding.key();
    return this == ZH && words.containsKey(key)
        ? filled(words.getString(key), finding.arguments())
        : finding.message();
  }

  String cure(ImportIssue issue) {
    String own = filled(words.getString(issue.kind().name() + ".cure"), numbered(issue));
    return issue.finding().flatMap(this::cure).map(cure -> (own + " " + cure).strip()).orElse(own);
  }

  private java.util.Optional<String> cure(Finding finding) {
    String key = "finding." + finding.key() + ".cure";
    return this == ZH && words.containsKey(key)
        ? java.util.Optional.of(filled(words.getString(key), finding.arguments()))
        : finding.cure();
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
