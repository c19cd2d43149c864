package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.linli.encode.ExportFormat;
import org.linli.encode.Selection;
import org.linli.encode.file.LayerFile;
import org.linli.snapshot.LayerView;

/** Layers in every format in which they can be taken away. */
public final class ExportedFiles implements LayerFiles {

  @Override
  public List<ExportFormat> formats(LayerView view) {
    return ExportFormat.of(view.definition().geometry());
  }

  @Override
  public void write(LayerView view, ExportFormat format, Path scratch, OutputStream out)
      throws IOException {
    new LayerFile(format, Selection.all(view), false).write(scratch, out);
  }
}
