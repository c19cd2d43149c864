package org.linli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.account.Account;
import org.linli.account.Accounts;
import org.linli.account.Role;
import org.linli.config.Home.Origin;
import org.linli.store.FeatureStore;
import org.linli.store.GeoPackageStore;

class HomeTest {
  private static final UUID STORE = new UUID(3, 4);

  @TempDir Path temporary;

  @Test
  void onlyTheOwnerCanReadWhatIsInIt() throws IOException {
    Assumptions.assumeTrue(
        temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "This system knows no owners of files.");
    Home home = Home.open(temporary.resolve("a/home"));
    new Accounts(home.accounts(), Clock.systemUTC()).makeFirst();
    home.setOrigin(STORE, Origin.OWN);
    try (HomeLock serving = home.lockForServing();
        HomeLock changing = home.lockForDemo();
        CommandScratch scratch = home.commandScratch();
        FeatureStore store = GeoPackageStore.open(home.geoPackage());
        Stream<Path> all = Files.walk(home.folder())) {
      for (Path path : all.toList()) {
        String rights = Files.isDirectory(path) ? "rwx------" : "rw-------";
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(rights);
      }
    }
  }

  @Test
  void aHomeIsServedOnceAtATime() {
    Home home = Home.open(temporary);
    try (HomeLock first = home.lockForServing()) {
      assertThatThrownBy(Home.open(temporary)::lockForServing)
          .isInstanceOf(HomeInUseException.class)
          .hasMessageContaining(temporary.getFileName().toString());
    }
    home.lockForServing().close();
  }

  @Test
  void aStartClearsScratchButForCommandsThatRun() throws IOException {
    Home home = Home.open(temporary);
    long running = ProcessHandle.current().parent().orElseThrow().pid();
    Path theirs = home.scratch().resolve("command-" + running + "/import-1/part");
    Path left = home.scratch().resolve("command-" + Integer.MAX_VALUE + "/import-1/part");
    Path ours = home.scratch().resolve("uploads/part");
    for (Path file : List.of(theirs, left, ours)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    home.clearScratch();
    assertThat(theirs).exists();
    assertThat(home.scratch()).isDirectoryNotContaining(p -> !theirs.startsWith(p));
  }

  @Test
  void whatACommandLeavesInScratchIsGoneWithIt() throws IOException {
    Home home = Home.open(temporary);
    try (CommandScratch scratch = home.commandScratch()) {
      Files.writeString(scratch.folder().resolve("native.so"), "x");
    }
    assertThat(home.scratch()).isEmptyDirectory();
  }

  @Test
  void theOriginIsOfOneStoreAndOwnDataIsNeverMistaken() throws IOException {
    Home home = Home.open(temporary);
    assertThat(home.findOrigin(STORE)).isEmpty();
    home.setOrigin(STORE, Origin.DEMO);
    home.markOwn(STORE);
    assertThat(home.findOrigin(STORE)).contains(Origin.DEMO);
    assertThat(home.findOrigin(new UUID(5, 6))).isEmpty();
    Files.writeString(temporary.resolve("origin"), "\0garbled");
    assertThat(home.findOrigin(STORE)).contains(Origin.OWN);
  }

  @Test
  void aChangeOfAccountsByAnotherProcessHoldsAtOnce() {
    Accounts serving = new Accounts(Home.open(temporary).accounts(), Clock.systemUTC());
    Accounts command = new Accounts(Home.open(temporary).accounts(), Clock.systemUTC());
    command.add("walker", Role.STEWARD, "a long enough secret");
    assertThat(serving.verify("walker", "a long enough secret")).isPresent();
    serving.add("chief", Role.ADMIN);
    command.changeRole("walker", Role.VIEWER);
    assertThat(serving.list()).extracting(Account::role).containsExactly(Role.ADMIN, Role.VIEWER);
  }
}
