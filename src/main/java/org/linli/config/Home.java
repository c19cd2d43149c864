package org.linli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.account.AccountFile;

/**
 * The folder that holds everything a portal keeps: {@code atlas.gpkg}, the accounts of staff, where
 * its data came from, {@code releases}, {@code cache} for finished exports, and {@code tmp} for
 * scratch. What is made in it only its owner can read.
 */
public final class Home {
  private final Path folder;

  private Home(Path folder) {
    this.folder = folder;
  }

  /** Where the data of a home's store came from. */
  public enum Origin {
    /** The demo is being brought in; after a crash, some of it may be there. */
    DEMO_COMING,
    /** The demo is there, whole. */
    DEMO,
    /** The demo is being taken out; after a crash, some of it may be left. */
    DEMO_GOING,
    /** Somebody imported own data, or took the demo out: it never comes by itself. */
    OWN
  }

  /**
   * Opens a home, making the folder when it is not there.
   *
   * @throws UncheckedIOException if it cannot be made or written; the message says what to do
   */
  public static Home open(Path folder) {
    try {
      OwnerOnly.makeFolder(folder);
      Home home = new Home(folder.toRealPath());
      for (Path inner : List.of(home.scratch(), home.cache())) {
        OwnerOnly.makeFolder(inner);
        OwnerOnly.close(inner);
      }
      return home;
    } catch (IOException failed) {
      throw HomeException.unusable(folder, failed);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The embedded store's file. */
  public Path geoPackage() {
    return folder.resolve("atlas.gpkg");
  }

  /** For files that need not outlive the process that serves. */
  public Path scratch() {
    return folder.resolve("tmp");
  }

  /** For files that can be made again from the store. */
  public Path cache() {
    return folder.resolve("cache");
  }

  /** For the releases, which are kept for good. */
  public Path releases() {
    return folder.resolve("releases");
  }

  /** For the pictures that features name; whoever keeps the portal puts them there. */
  public Path pictures() {
    return folder.resolve("pictures");
  }

  /** The same for a command, which may run while another process serves. */
  public CommandScratch commandScratch() {
    return CommandScratch.in(scratch());
  }

  /**
   * Keeps every other process from serving this home, as long as this one lives.
   *
   * @throws HomeInUseException if another process serves it
   */
  HomeLock lockForServing() {
    return HomeLock.tryTake(folder.resolve("serve.lock"))
        .orElseThrow(() -> new HomeInUseException(folder));
  }

  /** Waits until no other process changes the demo in this home. */
  HomeLock lockForDemo() {
    return HomeLock.take(folder.resolve("demo.lock"));
  }

  /**
   * Removes what an earlier process left in the scratch folder. Only for the process that serves.
   */
  public void clearScratch() {
    CommandScratch.clear(scratch());
  }

  /** The accounts of staff, readable by the owner only. */
  public AccountFile accounts() {
    return new HomeAccounts(folder.resolve("accounts.json"));
  }

  /** Replaces a file whole, so that no crash leaves a part of it. */
  static void write(Path file, String text) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    OwnerOnly.makeFile(next);
    Files.writeString(next, text + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Where the data of a store came from; empty as long as this home has not noted it. A home that
   * changes to another store knows nothing of it yet.
   */
  public Optional<Origin> findOrigin(UUID store) {
    Path file = folder.resolve("origin");
    try {
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      String[] words = Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
      boolean ofAnother = words.length > 1 && !words[1].equals(store.toString());
      return ofAnother ? Optional.empty() : Optional.of(Origin.valueOf(words[0]));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.of(Origin.OWN);
    }
  }

  /** Notes where the data of a store came from. */
  public void setOrigin(UUID store, Origin origin) {
    try {
      write(folder.resolve("origin"), origin.name() + " " + store);
    } catch (IOException failed) {
      throw HomeException.unwritable(folder, failed);
    }
  }

  /** Notes that a store has own data, unless more is known of it. */
  public void markOwn(UUID store) {
    if (findOrigin(store).isEmpty()) {
      setOrigin(store, Origin.OWN);
    }
  }

  /** Forgets where the data came from: there is none. */
  void forgetOrigin() {
    try {
      Files.deleteIfExists(folder.resolve("origin"));
    } catch (IOException failed) {
      throw HomeException.unwritable(folder, failed);
    }
  }
}
