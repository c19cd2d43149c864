package org.linli.config;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scratch folder of one command, {@code command-PID}. A portal that starts meanwhile clears the
 * scratch of its home, but not that of commands still running.
 */
public final class CommandScratch implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("command-(\\d+)");

  private final Path folder;

  private CommandScratch(Path folder) {
    this.folder = folder;
  }

  static CommandScratch in(Path scratch) {
    try {
      Path folder = scratch.resolve("command-" + ProcessHandle.current().pid());
      OwnerOnly.makeFolder(folder);
      return new CommandScratch(folder);
    } catch (IOException failed) {
      throw HomeException.unwritable(scratch, failed);
    }
  }

  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    remove(folder, true);
  }

  /** Empties a scratch folder but for what running commands have in it. */
  static void clear(Path scratch) {
    remove(scratch, false);
  }

  private static void remove(Path root, boolean rootToo) {
    try {
      Files.walkFileTree(root, new Removal(root, rootToo));
    } catch (IOException failed) {
      throw HomeException.unwritable(root, failed);
    }
  }

  private static boolean isOfRunningCommand(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches()
        && ProcessHandle.of(Long.parseLong(name.group(1)))
            .filter(process -> !process.equals(ProcessHandle.current()))
            .isPresent();
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    private final Path root;
    private final boolean rootToo;

    Removal(Path root, boolean rootToo) {
      this.root = root;
      this.rootToo = rootToo;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isOfRunningCommand(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
      if (rootToo || !visited.equals(root)) {
        Files.deleteIfExists(visited);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
