package org.linli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.linli.account.Account;
import org.linli.account.AccountFile;
import org.linli.account.AccountJson;

/**
 * Accounts in a file of the home, and not in the store: the GeoPackage is handed on, and hashes of
 * passwords must not go with it.
 */
record HomeAccounts(Path file) implements AccountFile {
  private static final Edition NONE = new Edition("", FileTime.fromMillis(0), 0);

  /** Every change makes another file, of a time of its own. */
  private record Edition(String key, FileTime changedAt, long bytes) {}

  @Override
  public List<Account> read() {
    try {
      return Files.exists(file) ? AccountJson.parse(Files.readString(file)) : List.of();
    } catch (IOException failed) {
      throw HomeException.unreadable(file, failed);
    }
  }

  @Override
  public void change(UnaryOperator<List<Account>> change) {
    try (HomeLock lock = HomeLock.take(file.resolveSibling("accounts.lock"))) {
      Home.write(file, AccountJson.format(change.apply(read())));
    } catch (IOException failed) {
      throw HomeException.unwritable(file, failed);
    }
  }

  @Override
  public Object edition() {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Edition(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    } catch (NoSuchFileException absent) {
      return NONE;
    } catch (IOException failed) {
      throw HomeException.unreadable(file, failed);
    }
  }
}
