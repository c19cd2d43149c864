package org.linli.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what an import would say, and writes nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Gives the report that an import of the file would give, and writes nothing.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOptions where;
  @Mixin private ImportOptions how;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      defaultValue = "checked",
      description = "The layer it is meant for; without one, a new layer.")
  private String layer;

  @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
  private Path file;

  @Override
  public Integer call() {
    return new ImportRun(spec.commandLine(), where).run(how.request(layer, file), true);
  }
}
