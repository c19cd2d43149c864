package org.linli.encode;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.linli.snapshot.LayerView;

/**
 * Which state of the data an answer shows. Two answers to one request are the same bytes if their
 * editions are equal.
 *
 * @param key names the store, the layers with their versions, and the encoder's revision
 * @param lastModified when the newest of the layers was last changed
 */
public record Edition(String key, Instant lastModified) {

  /** A short name for this edition, of letters, digits, minus and underscore. */
  public String token() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }

  public static Edition of(UUID storeId, LayerView layer, String encoder, int revision) {
    return of(storeId, List.of(layer), encoder, revision);
  }

  public static Edition of(
      UUID storeId, Collection<LayerView> layers, String encoder, int revision) {
    StringBuilder key = new StringBuilder(storeId + " " + encoder + " " + revision);
    Instant newest = Instant.EPOCH;
    for (LayerView layer : layers) {
      key.append(' ').append(layer.definition().id());
      key.append('@').append(layer.version()).append(layer.audience());
      key.append(layer.basis());
      newest = newest.isAfter(layer.committedAt()) ? newest : layer.committedAt();
    }
    return new Edition(key.toString(), newest);
  }
}
