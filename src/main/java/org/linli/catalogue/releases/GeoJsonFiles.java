package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.linli.encode.ExportFormat;
import org.linli.encode.GeoJsonEncoder;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;

/** Layers as GeoJSON. */
public final class GeoJsonFiles implements LayerFiles {

  @Override
  public List<ExportFormat> formats(LayerView view) {
    return List.of(ExportFormat.GEOJSON);
  }

  @Override
  public void write(LayerView view, ExportFormat format, OutputStream out) throws IOException {
    GeoJsonEncoder.to(out, view).collection(view.rows(LayerQuery.ALL));
  }
}
