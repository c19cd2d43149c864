package org.linli.insight;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.catalogue.analyses.Question;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LocalText;
import org.linli.snapshot.LayerView;

/** What the communities that numbers are summed by are called, as far as an audience may know. */
final class AreaNames {
  private static final String ROLE = "communities";
  private final Optional<LayerView> communities;

  private AreaNames(Optional<LayerView> communities) {
    this.communities = communities;
  }

  /** Of a layer for staff alone the public learns codes, not names. */
  static AreaNames of(Question question, Audience audience) {
    return new AreaNames(
        Optional.ofNullable(question.layers().get(ROLE))
            .filter(layer -> audience.sees(layer.definition().audience())));
  }

  /** The name in each language; the code where there is none. */
  LocalText of(String code) {
    Optional<Feature> area = communities.flatMap(layer -> layer.findFeature(code));
    Map<String, String> names = new TreeMap<>();
    area.ifPresent(
        feature -> {
          text(feature, "name").ifPresent(name -> names.put("zh", name));
          text(feature, "name_en").ifPresent(name -> names.put("en", name));
          text(feature, "name_bo").ifPresent(name -> names.put("bo", name));
        });
    return LocalText.of(names, code);
  }

  /** What kind of area it is, such as {@code compound}; empty where nobody says. */
  Optional<String> level(String code) {
    return communities
        .flatMap(layer -> layer.findFeature(code))
        .flatMap(area -> text(area, "level"));
  }

  private Optional<String> text(Feature area, String field) {
    return communities.get().definition().findIndex(field).stream()
        .mapToObj(area::value)
        .flatMap(java.util.stream.Stream::ofNullable)
        .map(Object::toString)
        .findFirst();
  }
}
