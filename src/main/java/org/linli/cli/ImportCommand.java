package org.linli.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a file into a layer. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings a file into a layer: GeoJSON, CSV, XLSX, zipped Shapefile, GeoPackage, FlatGeobuf, GPX,"
          + " OpenStreetMap (.osm, .osm.pbf).",
      "A layer id that is not known makes a new layer, open to the public unless --staff is given."
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOptions where;
  @Mixin private ImportOptions how;

  @Parameters(index = "0", paramLabel = "LAYER", description = "The layer's id.")
  private String layer;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private Path file;

  @Override
  public Integer call() {
    return new ImportRun(spec.commandLine(), where).run(how.request(layer, file), false);
  }
}
