package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer before it is sent: what kind of thing it is, and how its bytes come about. Whoever
 * sends it decides on validators, compression and ranges.
 */
public sealed interface Representation {

  /** The media type, with its charset where it is text. */
  String mediaType();

  /** Headers beside those of the media type, the validators and the cache. */
  Map<String, String> headers();

  /** Writes all bytes, on the thread that calls. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A small document that is validated by its own bytes. */
  record Document(String mediaType, Map<String, String> headers, byte[] bytes)
      implements Representation {
    public Document {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Features on request, validated by the data's edition before a byte is made.
   *
   * @param exact whether an equal edition gives the same bytes, not only the same meaning
   */
  record Encoded(
      String mediaType, Map<String, String> headers, Edition edition, boolean exact, Body body)
      implements Representation {
    public Encoded {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Features as a file; an equal edition gives the same bytes to the same request.
   *
   * @param whole the layer that it is the whole of: such a file is kept, and sent in ranges; empty
   *     when the request chose among the features
   * @param compressible whether it is worth compressing on the way
   */
  record Export(
      String mediaType,
      Map<String, String> headers,
      Edition edition,
      Optional<WholeLayer> whole,
      boolean compressible,
      Body body)
      implements Representation {
    public Export {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A file on the disk that is never changed; sent in ranges, too.
   *
   * @param sha256 of its bytes, hexadecimal
   * @param since when it has been there
   */
  record Stored(
      String mediaType, Map<String, String> headers, Path path, String sha256, Instant since)
      implements Representation {
    public Stored {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A layer, all of it, at a version.
   *
   * @param plain the format whose file this is, as everybody gets it who asks for nothing else;
   *     empty when something else was asked for
   */
  record WholeLayer(String layerId, long version, Optional<ExportFormat> plain) {}

  /** Some headers, and one more. */
  static Map<String, String> and(Map<String, String> headers, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }
}
