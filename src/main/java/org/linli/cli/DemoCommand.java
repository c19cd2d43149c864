package org.linli.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.linli.config.CommandScratch;
import org.linli.config.DemoHome;
import org.linli.config.Home;
import org.linli.demo.DemoGenerator;
import org.linli.store.FeatureStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the demo in, takes it out, or writes its files. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Loads the demo community into a home without data, or removes it again.")
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOptions where;

  @ArgGroup private Other other = new Other();

  private static final class Other {
    @Option(
        names = "--remove",
        description =
            "Take the demo out; own data stays, and the demo does not come back by itself.")
    boolean remove;

    @Option(
        names = "--write",
        paramLabel = "DIR",
        description = "Write the demo's source files into a folder, and do nothing else.")
    Path write;
  }

  @Override
  public Integer call() throws IOException {
    if (other.write != null) {
      DemoGenerator.writeTo(other.write);
      return say(Words.of("demo.written", other.write));
    }
    Home home = where.openHome();
    try (CommandScratch scratch = where.openScratch(home);
        FeatureStore store = where.openStore(home)) {
      DemoHome demo = new DemoHome(home, store);
      return other.remove ? remove(home, demo) : load(home, demo);
    }
  }

  private int remove(Home home, DemoHome demo) {
    return say(Words.of(demo.remove() ? "demo.removed" : "demo.absent", home.folder()));
  }

  private int load(Home home, DemoHome demo) {
    if (demo.load()) {
      return say(Words.of("demo.loaded", home.folder()));
    }
    spec.commandLine().getErr().println(Words.of("demo.refused", home.folder()));
    return Commands.REFUSED;
  }

  private int say(String line) {
    spec.commandLine().getOut().println(line);
    return Commands.DONE;
  }
}
