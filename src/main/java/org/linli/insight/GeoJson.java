package org.linli.insight;

import java.util.Map;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;

/** Features that came of a question, as GeoJSON. */
final class GeoJson {
  private GeoJson() {}

  static Representation of(Question question, LayerView view) {
    Edition edition =
        new Edition(
            question.key() + " " + view.definition().id() + " " + GeoJsonEncoder.REVISION,
            question.lastModified());
    return new Representation.Encoded(
        "application/geo+json",
        Map.of(),
        edition,
        false,
        out -> GeoJsonEncoder.to(out, view).collection(view.rows(LayerQuery.ALL)));
  }
}
