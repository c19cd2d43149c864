package org.linli.opendata;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Recipe;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.opendata.DatasetDocuments.Api;
import org.linli.opendata.DatasetDocuments.Command;
import org.linli.opendata.DatasetDocuments.DictionaryField;
import org.linli.opendata.DatasetDocuments.Download;
import org.linli.opendata.DatasetDocuments.Sample;
import org.linli.opendata.DatasetDocuments.Summary;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/** All that the catalogue says of one dataset: the summary's members, and these. */
record DatasetRecord(
    @JsonUnwrapped Summary summary,
    Answerable publisher,
    List<DictionaryField> fields,
    Sample sample,
    List<Download> downloads,
    Api api,
    List<Command> commands) {
  private static final int SAMPLE_ROWS = 5;

  /** Who answers for the data, and where they can be asked. */
  record Answerable(String name, Optional<String> contact) {}

  /**
   * @param view the features, as the audience of the addresses may see them
   */
  static DatasetRecord of(
      Dataset dataset, LayerView view, Addresses at, Publisher publisher, Locale language) {
    return new DatasetRecord(
        DatasetDocuments.summary(dataset, at, language),
        new Answerable(publisher.name(), publisher.contact()),
        dataset.definition().fields().stream()
            .map(field -> DatasetDocuments.field(field, language))
            .toList(),
        sample(view),
        dataset.formats().stream()
            .map(format -> DatasetDocuments.download(dataset, format, at, language))
            .toList(),
        api(dataset, at),
        Recipe.of(dataset, at).stream().map(recipe -> command(recipe, language)).toList());
  }

  private static Sample sample(LayerView view) {
    List<Field> fields = view.definition().fields();
    List<String> columns = new ArrayList<>(List.of(LayerDefinition.KEY));
    fields.forEach(field -> columns.add(field.name()));
    List<List<Object>> rows = new ArrayList<>();
    RowCursor cursor = view.rows(LayerQuery.ALL);
    while (rows.size() < SAMPLE_ROWS && cursor.next()) {
      rows.add(row(cursor, fields.size()));
    }
    return new Sample(columns, rows);
  }

  private static List<Object> row(RowCursor cursor, int fields) {
    List<Object> row = new ArrayList<>(List.of(cursor.code()));
    for (int i = 0; i < fields; i++) {
      Object value = cursor.value(i);
      boolean plain = value == null || value instanceof Number || value instanceof Boolean;
      row.add(plain ? value : value.toString());
    }
    return row;
  }

  private static Api api(Dataset dataset, Addresses at) {
    return new Api(
        at.api(),
        at.collection(),
        at.items(),
        dataset.definition().hasGeometry() ? Optional.of(at.tiles()) : Optional.empty());
  }

  private static Command command(Recipe recipe, Locale language) {
    return new Command(
        recipe.tool(),
        recipe.title().in(language),
        recipe.language(),
        recipe.in(language),
        recipe.lines());
  }
}
