package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Strict JSON from a file, token by token: no member twice, no NaN, nothing nested deeper than
 * {@link #DEEPEST}; a byte-order mark and the record separators of RFC 8142 are skipped.
 */
final class StrictJson {
  static final int DEEPEST = 100;

  /** The longest text that a value may have, in characters. */
  static final int LONGEST_TEXT = 10_000_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_RS_CONTROL_CHAR)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(2_000)
                  .build())
          .build();
  private static final JsonFactory STRICT =
      JSON.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictJson() {}

  /** What to do with the file's tokens. */
  interface Walk {
    void walk(JsonParser json, CountingStream bytes);
  }

  /**
   * @param strict whether members that come twice are looked for; needed once a file
   * @throws SourceException if the file is not such JSON
   */
  static void walk(Path file, boolean strict, Walk walk) {
    try (InputStream in = Files.newInputStream(file);
        CountingStream bytes = new CountingStream(in);
        JsonParser json = (strict ? STRICT : JSON).createParser(ObjectReadContext.empty(), bytes)) {
      walk.walk(json, bytes);
    } catch (JacksonException broken) {
      throw new SourceException(issue(broken), broken);
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, "", unreadable.getMessage()), unreadable);
    }
  }

  private static ImportIssue issue(JacksonException broken) {
    String place = place(broken.getLocation());
    if (broken instanceof StreamConstraintsException) {
      return ImportIssue.ofFile(IssueKind.TOO_DEEP, place, DEEPEST);
    }
    if (broken instanceof UnexpectedEndOfInputException) {
      return ImportIssue.ofFile(IssueKind.TRUNCATED, place);
    }
    String words = broken.getOriginalMessage();
    return words.startsWith("Duplicate")
        ? ImportIssue.ofFile(IssueKind.DUPLICATE_MEMBER, place, words)
        : ImportIssue.ofFile(IssueKind.UNREADABLE, place, words);
  }

  static String place(TokenStreamLocation location) {
    return location == null || location.getLineNr() < 0
        ? ""
        : location.getLineNr() + ":" + location.getColumnNr();
  }
}
