package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.linli.encode.ExportFormat;
import org.linli.snapshot.LayerView;

/** Writes layers as files. */
public interface LayerFiles {
  /** What a layer is released as. */
  List<ExportFormat> formats(LayerView view);

  /** Writes all of a layer; leaves the stream open. */
  void write(LayerView view, ExportFormat format, OutputStream out) throws IOException;
}
