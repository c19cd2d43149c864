package org.linli.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.encode.GeoJsonEncoder;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;

/** What a layer can be written as, by the ending of the file's name. */
enum ExportFormat {
  GEOJSON(".geojson") {
    @Override
    void write(LayerView view, OutputStream out) throws IOException {
      GeoJsonEncoder.to(out, view).collection(view.rows(LayerQuery.ALL));
    }
  };

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  abstract void write(LayerView view, OutputStream out) throws IOException;

  static Optional<ExportFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> name.endsWith(format.ending)).findFirst();
  }

  /** All endings, for a person to choose from. */
  static String endings() {
    return Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "));
  }
}
