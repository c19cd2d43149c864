package org.linli.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.linli.account.Accounts;
import org.linli.account.Role;
import org.linli.analysis.CommunityTime;
import org.linli.catalogue.releases.Releases;
import org.linli.http.ExportFolder;
import org.linli.portal.PictureFolder;
import org.linli.portal.ScratchFolder;
import org.linli.snapshot.Snapshots;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.util.FileSystemUtils;

/** The serving half of the portal over a store in memory, with the town in it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "org.linli.http",
  "org.linli.ogcapi",
  "org.linli.portal",
  "org.linli.insight",
  "org.linli.opendata",
  "org.linli.account"
})
public class TestPortal {
  private static final String PASSWORD = "an editor of the tests";

  /** How the one account that is there says who it is, with every request. */
  public static final String EDITOR =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("editor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  /** The first bytes of every PNG. */
  public static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  @Bean
  MemoryStore store() {
    MemoryStore store = new MemoryStore();
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    store.put(TownLayers.NOTES_LAYER, TownLayers.notes());
    return store;
  }

  @Bean
  Snapshots snapshots(MemoryStore store) {
    return Snapshots.load(store);
  }

  /** A folder of this run: what another one kept may come from other code. */
  @Bean
  ExportFolder exportFolder() throws IOException {
    return new ExportFolder(folder("linli-exports"));
  }

  @Bean
  ScratchFolder scratchFolder() throws IOException {
    return new ScratchFolder(folder("linli-scratch"));
  }

  private static Path folder(String name) throws IOException {
    Path folder = Files.createTempDirectory(name);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
    return folder;
  }

  @Bean
  Releases releases() throws IOException {
    Path folder = Files.createTempDirectory("linli-releases");
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
    return new Releases(folder);
  }

  /** With one picture in it, and something that is none. */
  @Bean
  PictureFolder pictureFolder() throws IOException {
    Path folder = folder("linli-pictures");
    Files.write(folder.resolve("pixel.png"), PICTURE);
    Files.writeString(folder.resolve("notes.txt"), "no picture");
    return new PictureFolder(folder);
  }

  /** Where the demo's clock stands. */
  @Bean
  Clock clock() {
    return Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), CommunityTime.ZONE);
  }

  /** With an editor; a test makes those it needs besides. */
  @Bean
  Accounts accounts() {
    Accounts accounts = new Accounts(new KeptAccounts(), Clock.systemUTC());
    accounts.add("editor", Role.EDITOR, PASSWORD);
    return accounts;
  }
}
