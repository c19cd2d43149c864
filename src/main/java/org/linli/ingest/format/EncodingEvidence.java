package org.linli.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/**
 * What the bytes of a text say of its encoding. UTF-8 is told from others for certain; among the
 * East Asian encodings ICU4J tells by the frequency of characters if there is enough text, and the
 * share of everyday characters tells if there is little. Encodings of one byte a character cannot
 * be told apart well enough, so they must be named.
 */
final class EncodingEvidence {
  private static final int SAMPLE_BYTES = 1 << 16;
  private static final int LONGEST_LINE = 1 << 16;
  private static final int SURE = 50;
  private static final int CLEAR_LEAD = 10;
  private static final double MOSTLY_EVERYDAY = 0.9;
  private static final double CLEARLY_LESS = 0.1;

  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private boolean utf8 = true;

  static EncodingEvidence of(Path file) throws IOException {
    EncodingEvidence evidence = new EncodingEvidence();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n' || line.size() > LONGEST_LINE && b < 0x80) {
          evidence.add(line.toByteArray());
          line.reset();
        }
      }
      evidence.add(line.toByteArray());
    }
    return evidence;
  }

  /** Adds a piece of the text that begins and ends between characters. */
  void add(byte[] piece) {
    boolean ascii = true;
    for (byte b : piece) {
      ascii &= b >= 0;
    }
    if (ascii) {
      return;
    }
    utf8 = utf8 && decodes(piece, StandardCharsets.UTF_8);
    if (sample.size() < SAMPLE_BYTES) {
      sample.writeBytes(piece);
      sample.write('\n');
    }
  }

  /** Whether there was anything beyond ASCII, which is the same in all of them. */
  boolean isTelling() {
    return sample.size() > 0;
  }

  /** Whether all of it is UTF-8, of which ASCII is a part. */
  boolean isUtf8() {
    return utf8;
  }

  /**
   * The encoding that the text has by its look.
   *
   * @throws SourceException if several could be meant
   */
  Charset best() {
    List<EastAsian> possible =
        EastAsian.ALL.stream().filter(one -> decodes(sample.toByteArray(), one.charset())).toList();
    return byFrequency(possible)
        .or(() -> byEverydayCharacters(possible))
        .orElseThrow(
            () ->
                new SourceException(
                    ImportIssue.ofFile(
                        IssueKind.UNKNOWN_ENCODING,
                        String.join(", ", possible.stream().map(EastAsian::name).toList()))));
  }

  private Optional<Charset> byFrequency(List<EastAsian> possible) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(sample.toByteArray());
    List<CharsetMatch> matches =
        java.util.Arrays.stream(detector.detectAll())
            .filter(match -> possible.stream().anyMatch(one -> one.name().equals(match.getName())))
            .sorted(Comparator.comparingInt(CharsetMatch::getConfidence).reversed())
            .toList();
    if (matches.isEmpty() || matches.get(0).getConfidence() < SURE) {
      return Optional.empty();
    }
    int lead =
        matches.get(0).getConfidence() - (matches.size() > 1 ? matches.get(1).getConfidence() : 0);
    return lead < CLEAR_LEAD
        ? Optional.empty()
        : Optional.of(Charset.forName(matches.get(0).getName()));
  }

  private Optional<Charset> byEverydayCharacters(List<EastAsian> possible) {
    record Score(EastAsian encoding, double share) {}
    List<Score> scores =
        possible.stream()
            .map(one -> new Score(one, one.everydayShare(sample.toByteArray())))
            .sorted(Comparator.comparingDouble(Score::share).reversed())
            .toList();
    if (scores.isEmpty() || scores.get(0).share() < MOSTLY_EVERYDAY) {
      return Optional.empty();
    }
    double next = scores.size() > 1 ? scores.get(1).share() : 0;
    return scores.get(0).share() - next < CLEARLY_LESS
        ? Optional.empty()
        : Optional.of(scores.get(0).encoding().charset());
  }

  static boolean decodes(byte[] bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
