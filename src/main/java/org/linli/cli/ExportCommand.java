package org.linli.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.linli.config.CommandScratch;
import org.linli.config.Home;
import org.linli.encode.ExportFormat;
import org.linli.encode.Selection;
import org.linli.encode.file.FileRequest;
import org.linli.encode.file.LayerFile;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a layer into a file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a layer into a file, as the public may see it: .geojson, .geojsonl, .csv, .xlsx,",
      ".gpkg, .fgb, .shp.zip; layers of points or lines also .gpx.",
      "The file appears, or is replaced, only once it is whole."
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOptions where;
  @Mixin private ChoiceOptions choice;

  @Option(names = "--staff", description = "As staff may see it; then only you can read the file.")
  private boolean staff;

  @Parameters(index = "0", paramLabel = "LAYER", description = "The layer's id.")
  private String layer;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The file; its ending says its format.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    String ending = ending(file.getFileName().toString()).toLowerCase(Locale.ROOT);
    if (ExportFormat.find(ending).isEmpty()) {
      String endings = ExportFormat.endings(List.of(ExportFormat.values()));
      return refuse("export.format", file.getFileName(), endings);
    }
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target) || !Files.isDirectory(target.getParent())) {
      return refuse("export.folder", target.getParent());
    }
    Home home = where.openHome();
    try (CommandScratch scratch = where.openScratch(home);
        FeatureStore store = where.openStore(home);
        Snapshots snapshots = new Snapshots(store)) {
      snapshots.refresh(layer);
      Audience audience = staff ? Audience.STAFF : Audience.PUBLIC;
      Optional<LayerView> view = snapshots.current().findView(layer, audience);
      return view.isEmpty() ? noLayer(store) : write(view.get(), ending, target, scratch.folder());
    }
  }

  /** What comes after the last dot, or after the one before it for an archive. */
  private static String ending(String name) {
    int dots = name.toLowerCase(Locale.ROOT).endsWith(".zip") ? 2 : 1;
    int dot = name.length();
    for (int i = 0; i < dots && dot > 0; i++) {
      dot = name.lastIndexOf('.', dot - 1);
    }
    return name.substring(dot + 1);
  }

  private int noLayer(FeatureStore store) {
    return store.findLayer(layer).isPresent()
        ? refuse("export.staff", layer)
        : refuse("export.layer", layer);
  }

  private int write(LayerView view, String ending, Path target, Path scratch) throws IOException {
    LayerFile layerFile = FileRequest.read(view, ending, choice.parameters(), Set.of());
    Path part = part(target);
    // Also when somebody stops the program.
    part.toFile().deleteOnExit();
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.WRITE))) {
        layerFile.write(scratch, out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    spec.commandLine()
        .getOut()
        .println(Words.of("export.done", layer, count(layerFile.selection()), target));
    return Commands.DONE;
  }

  /** A new file beside the target: its rights are those of any file, or the owner's alone. */
  private Path part(Path target) throws IOException {
    String name = target.getFileName().toString();
    return staff
        ? Files.createTempFile(target.getParent(), "." + name, ".part")
        : Files.createFile(
            target.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".part"));
  }

  private static long count(Selection selection) {
    return selection.view().count(selection.query());
  }

  private int refuse(String key, Object... arguments) {
    spec.commandLine().getErr().println(Words.of(key, arguments));
    return Commands.REFUSED;
  }
}
