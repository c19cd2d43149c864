package org.linli.ingest;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.values.HashedTexts;
import org.linli.layer.Keys;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore;

/**
 * Gives each row its code: the key that it came with, or {@code {layer}-{n}}. No code is given
 * twice, and none that the layer has already unless rows are to be replaced by theirs.
 */
final class CodeMaker {
  private final String layerId;
  private final OptionalInt keyColumn;
  private final boolean keyed;
  private final HashedTexts taken = new HashedTexts();
  private final IssueLog issues;
  private long last;
  private boolean someGiven;

  /**
   * @param keyColumn the column that holds keys
   * @param keyed whether the rows have keys of their own, by the format
   */
  CodeMaker(String layerId, OptionalInt keyColumn, boolean keyed, IssueLog issues) {
    this.layerId = layerId;
    this.keyColumn = keyColumn;
    this.keyed = keyed;
    this.issues = issues;
  }

  /** Whether rows come with keys, as far as one can know beforehand. */
  boolean hasKeys() {
    return keyed || keyColumn.isPresent();
  }

  /** Takes note of the codes that a layer has, so that none of them is given again. */
  void avoidThoseIn(FeatureStore store) {
    Pattern made = Pattern.compile(Pattern.quote(layerId) + "-(\\d{1,15})");
    store.scan(
        layerId,
        (feature, revision) -> {
          taken.add(feature.code());
          Matcher number = made.matcher(feature.code());
          if (number.matches()) {
            last = Math.max(last, Long.parseLong(number.group(1)));
          }
        });
    someGiven = true;
  }

  /** The row's code, or empty if the one it came with cannot be used. */
  Optional<String> code(SourceRow row) {
    Object given = keyColumn.isPresent() ? row.values()[keyColumn.getAsInt()] : keyOf(row);
    if (given == null) {
      return Optional.of(made());
    }
    String key = given.toString().strip();
    if (!Keys.isKey(key)) {
      return refused(row, IssueKind.BAD_KEY, key);
    }
    someGiven = true;
    return taken.add(key) ? Optional.of(key) : refused(row, IssueKind.DUPLICATE_KEY, key);
  }

  private Object keyOf(SourceRow row) {
    return keyed ? row.key() : null;
  }

  private Optional<String> refused(SourceRow row, IssueKind kind, String key) {
    issues.add(ImportIssue.ofValue(kind, row.number(), LayerDefinition.KEY, key));
    return Optional.empty();
  }

  private String made() {
    String code = layerId + "-" + ++last;
    while (someGiven && !taken.add(code)) {
      code = layerId + "-" + ++last;
    }
    return code;
  }
}
