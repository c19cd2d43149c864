package org.linli.ogcapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.Representation.Body;
import org.linli.encode.page.Html;
import org.linli.geo.Crs;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import tools.jackson.databind.json.JsonMapper;

/** One feature with all that is known of it. */
final class ItemHtml {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ItemHtml() {}

  static Body of(Asked asked, LayerView view, RowCursor row, Crs crs) {
    Locale language = asked.language();
    LayerDefinition layer = view.definition();
    Place place = asked.place();
    return new HtmlPage(asked, title(layer, row))
        .below(place.api(), Words.PORTAL.in(language))
        .below(place.api() + "/collections", Words.LAYERS.in(language))
        .below(place.collection(layer.id()), layer.title().in(language))
        .below(place.items(layer.id()), Words.FEATURES.in(language))
        .body(html -> write(html, asked, view, row, crs));
  }

  private static String title(LayerDefinition layer, RowCursor row) {
    return layer
        .nameField()
        .map(layer::findIndex)
        .filter(index -> index.isPresent())
        .flatMap(index -> Optional.ofNullable(row.value(index.getAsInt())))
        .map(Object::toString)
        .orElse(row.code());
  }

  private static void write(Html html, Asked asked, LayerView view, RowCursor row, Crs crs)
      throws IOException {
    Locale language = asked.language();
    List<Field> fields = view.definition().fields();
    html.raw("<dl>").fact(Words.CODE.in(language), row.code());
    for (int i = 0; i < fields.size(); i++) {
      Optional<Object> value = Optional.ofNullable(row.value(i));
      html.fact(
          FieldTable.title(fields.get(i), language), ValueText.of(fields.get(i), value, language));
    }
    html.element("dt", Words.GEOMETRY.in(language));
    html.raw("<dd><pre>").text(geometry(view, row, crs)).raw("</pre></dd></dl>");
  }

  /** The geometry as GeoJSON, in the words of the one encoder. */
  private static String geometry(LayerView view, RowCursor row, Crs crs) throws IOException {
    ByteArrayOutputStream feature = new ByteArrayOutputStream();
    GeoJsonEncoder.to(feature, view, crs).single(row, List.of());
    return JSON.readTree(feature.toByteArray()).path("geometry").toString();
  }
}
