package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.linli.encode.ExportFormat;
import org.linli.layer.RefusedException;
import org.linli.snapshot.LayerView;

/** Writes layers as files. */
public interface LayerFiles {
  /** What a layer is released as. */
  List<ExportFormat> formats(LayerView view);

  /**
   * Writes all of a layer.
   *
   * @param scratch a folder for unfinished files
   * @throws RefusedException if the layer is more than the format can hold
   */
  void write(LayerView view, ExportFormat format, Path scratch, OutputStream out)
      throws IOException;
}
