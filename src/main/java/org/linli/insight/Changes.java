package org.linli.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.analysis.Overlay;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody would change: a GeoJSON FeatureCollection of at most {@value #MOST} features. The
 * properties of each say to which {@code role} it belongs and which {@code operation} it is: {@code
 * add} if not said, {@code change} or {@code remove} of the feature with this {@code id}; its other
 * properties are fields of the layer.
 */
final class Changes {
  static final int MOST = 1_000;

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final List<String> OPERATIONS = List.of("add", "change", "remove");

  private final Map<String, LayerView> layers;
  private final String kind;
  private final Map<String, List<Feature>> put = new HashMap<>();
  private final Map<String, Set<String>> removed = new HashMap<>();
  private final Set<String> touched = new HashSet<>();
  private Optional<Instant> lastWalkEnds = Optional.empty();

  private Changes(Map<String, LayerView> layers, String kind) {
    this.layers = layers;
    this.kind = kind;
  }

  /**
   * Reads a body.
   *
   * @param layers what is changed, by role
   * @param kind what a drawn walk is that does not say it
   * @throws InvalidParameterException if it is not such a collection; it names the member at fault
   */
  static Changes of(byte[] body, Map<String, LayerView> layers, String kind) {
    JsonNode features = features(body);
    Changes changes = new Changes(layers, kind);
    for (int i = 0; i < features.size(); i++) {
      changes.add(features.get(i), i);
    }
    return changes;
  }

  private static JsonNode features(byte[] body) {
    JsonNode root = parsed(body);
    JsonNode features = root.path("features");
    if (!root.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
      throw refusal(
          "features",
          "请在请求体中给出 GeoJSON FeatureCollection。",
          "Send a GeoJSON FeatureCollection as the body.",
          "GeoJSON FeatureCollection ཞིག་སྐུར་རོགས།");
    }
    if (features.isEmpty() || features.size() > MOST) {
      int size = features.size();
      throw refusal(
          "features",
          "改动有 " + size + " 项；请给 1 到 " + MOST + " 项。",
          "There are " + size + " changes: give from 1 to " + MOST + ".",
          "བཟོ་བཅོས་ " + size + " འདུག 1 ནས་ " + MOST + " བར་སྤྲོད་རོགས།");
    }
    return features;
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return STRICT.readTree(body);
    } catch (JacksonException broken) {
      String where =
          broken.getLocation() == null
              ? ""
              : broken.getLocation().getLineNr() + ":" + broken.getLocation().getColumnNr();
      throw refusal(
          "features",
          "请求体不是合法的 JSON（" + where + "）。",
          "The body is not valid JSON (" + where + ").",
          "ནང་དོན་ JSON མིན། (" + where + ")");
    }
  }

  private static InvalidParameterException refusal(String name, String zh, String en, String bo) {
    return new InvalidParameterException(name, new LocalText(zh, en, bo));
  }

  private void add(JsonNode feature, int index) {
    ChangedFeature change = new ChangedFeature(feature, "features[" + index + "]");
    String role = change.oneOf("role", List.copyOf(layers.keySet()), Optional.empty());
    String operation = change.oneOf("operation", OPERATIONS, Optional.of("add"));
    LayerView layer = layers.get(role);
    String code =
        change.code(operation.equals("add") ? Optional.of("what-if-" + index) : Optional.empty());
    if (!touched.add(role + " " + code)) {
      throw change.twice(code);
    }
    Optional<Feature> known = layer.findFeature(code);
    if (operation.equals("add") == known.isPresent()) {
      throw change.unfitCode(layer.definition().id(), code, known.isPresent());
    }
    if (operation.equals("remove")) {
      removed.computeIfAbsent(role, r -> new HashSet<>()).add(code);
    } else {
      Feature made = change.feature(layer.definition(), code, known, kind);
      change.walkEnds().ifPresent(this::noteEnd);
      put.computeIfAbsent(role, r -> new ArrayList<>()).add(made);
    }
  }

  private void noteEnd(Instant end) {
    lastWalkEnds = lastWalkEnds.filter(end::isBefore).or(() -> Optional.of(end));
  }

  /** When the last of the drawn walks ends; empty when none is drawn. */
  Optional<Instant> lastWalkEnds() {
    return lastWalkEnds;
  }

  /** The changed layers as they would be, by role. */
  Map<String, Overlay> layers() {
    Set<String> roles = new HashSet<>(put.keySet());
    roles.addAll(removed.keySet());
    Map<String, Overlay> changed = new HashMap<>();
    roles.forEach(role -> changed.put(role, overlay(role)));
    return changed;
  }

  private Overlay overlay(String role) {
    List<Feature> features = put.getOrDefault(role, List.of());
    Set<String> gone = removed.getOrDefault(role, Set.of());
    Set<String> all = new HashSet<>(gone);
    features.forEach(feature -> all.add(feature.code()));
    return new Overlay(layers.get(role).with(features, gone), all);
  }
}
