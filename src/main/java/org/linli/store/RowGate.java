package org.linli.store;

import java.util.Optional;
import org.linli.geo.CoordinateCheck;
import org.linli.geo.Finding;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.RevisionedConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Lets the rows of a layer pass that are features of it. What another program wrote may be none: it
 * is left out, and said in the log.
 */
final class RowGate {
  private final LayerDefinition definition;
  private final RevisionedConsumer consumer;
  private final RowLog log;

  RowGate(LayerDefinition definition, RevisionedConsumer consumer) {
    this.definition = definition;
    this.consumer = consumer;
    this.log = new RowLog(definition.id());
  }

  void pass(Feature feature, int revision) {
    Optional<String> obstacle =
        feature.code() == null
            ? Optional.of("it has no code yet")
            : feature.geometry().filter(shape -> !shape.isEmpty()).flatMap(this::obstacle);
    if (obstacle.isPresent()) {
      leaveOut(feature.code(), obstacle.get());
    } else {
      consumer.accept(feature, revision);
    }
  }

  void leaveOut(String code, String why) {
    log.say("feature " + code, "it is left out, mend it where it was made: " + why);
  }

  private Optional<String> obstacle(Geometry shape) {
    if (!definition.geometry().holds(shape.getDimension())) {
      return Optional.of("a %s is no %s".formatted(shape.getGeometryType(), definition.geometry()));
    }
    Envelope box = shape.getEnvelopeInternal();
    return CoordinateCheck.find(box.getMinX(), box.getMinY())
        .or(() -> CoordinateCheck.find(box.getMaxX(), box.getMaxY()))
        .map(Finding::message);
  }

  /** Says how many rows were left out of which nothing was said. */
  void end() {
    log.end();
  }
}
