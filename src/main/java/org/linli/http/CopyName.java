package org.linli.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a kept export: which layer it is, at which version, and by the name of its entity tag in
 * which format, for whom and in which coding.
 */
record CopyName(String layerId, long version, String tag) {
  private static final Pattern FILE_NAME =
      Pattern.compile("([a-z][a-z0-9_]*)\\.([0-9]{1,18})\\.([A-Za-z0-9_-]+)");

  /** The name that a file has, if it is a copy's. */
  static Optional<CopyName> find(String fileName) {
    Matcher matcher = FILE_NAME.matcher(fileName);
    return matcher.matches()
        ? Optional.of(
            new CopyName(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }

  String fileName() {
    return layerId + "." + version + "." + tag;
  }
}
