package org.linli.catalogue;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.linli.encode.ExportFormat;

/**
 * How large the files of whole public layers are, uncompressed, as far as they were made since the
 * start. Of a layer only its newest version that was made is known. Thread-safe.
 */
public final class FileSizes {
  private final ConcurrentMap<String, OfLayer> layers = new ConcurrentHashMap<>();

  private record OfLayer(long version, Map<ExportFormat, Long> bytes) {}

  /** Learns the size of a file; that of an older version than the known one says nothing. */
  public void learn(String layerId, long version, ExportFormat format, long bytes) {
    layers.merge(
        layerId,
        new OfLayer(version, Map.of(format, bytes)),
        (known, news) ->
            known.version > version
                ? known
                : new OfLayer(
                    version, with(known.version == version ? known.bytes : Map.of(), news.bytes)));
  }

  private static Map<ExportFormat, Long> with(
      Map<ExportFormat, Long> known, Map<ExportFormat, Long> news) {
    Map<ExportFormat, Long> all = new EnumMap<>(ExportFormat.class);
    all.putAll(known);
    all.putAll(news);
    return Map.copyOf(all);
  }

  /** The sizes that are known of a layer's files at a version. */
  public Map<ExportFormat, Long> of(String layerId, long version) {
    OfLayer known = layers.get(layerId);
    return known == null || known.version != version ? Map.of() : known.bytes;
  }
}
