package org.linli.ingest.osm;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.values.TextNumbers;

/** Reads the tags of one element. What it cannot read it reports and leaves out. */
final class TagReader {
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
  private static final Set<String> YES =
      Set.of("yes", "24/7", "automatic", "limited", "sunset-sunrise");
  private static final Set<String> NO = Set.of("no", "disused");

  private final OsmId id;
  private final Map<String, String> tags;
  private final Optional<Instant> at;
  private final Consumer<ImportIssue> issues;

  TagReader(
      OsmId id, Map<String, String> tags, Optional<Instant> at, Consumer<ImportIssue> issues) {
    this.id = id;
    this.tags = tags;
    this.at = at;
    this.issues = issues;
  }

  String source() {
    return "OpenStreetMap " + id.path();
  }

  /** When the element was last edited; null if the file does not say. */
  Instant at() {
    return at.orElse(null);
  }

  /** The tag's value in small letters, or an empty text. */
  String word(String key) {
    return tags.getOrDefault(key, "").strip().toLowerCase(Locale.ROOT);
  }

  /** The first of the tags that is there; null if none is. */
  String first(String... keys) {
    for (String key : keys) {
      String value = tags.get(key);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  /** A whole number within bounds; null if there is none. */
  Long whole(String key, long least, long most) {
    String text = first(key);
    if (text == null) {
      return null;
    }
    OptionalLong number = TextNumbers.findInteger(text);
    if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
      return number.getAsLong();
    }
    return leaveOut(key, text, "integer");
  }

  /** The year of a date; null if there is none. */
  Long year(String key) {
    String text = first(key);
    if (text == null) {
      return null;
    }
    return DATE.matcher(text).matches()
        ? Long.valueOf(text.substring(0, 4))
        : leaveOut(key, text, "date");
  }

  /** Yes or no, in the words of {@code lit}; null for anything else. */
  Boolean truth(String key) {
    String word = word(key);
    return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
  }

  private Long leaveOut(String key, String text, String type) {
    issues.accept(ImportIssue.ofValue(IssueKind.VALUE_LEFT_OUT, id.number(), key, text, type));
    return null;
  }
}
