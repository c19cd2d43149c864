package org.linli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.linli.account.Account;
import org.linli.account.AccountFile;
import org.linli.account.AccountJson;

/**
 * Accounts in a file of the home, and not in the store: the GeoPackage is handed on, and hashes of
 * passwords must not go with it.
 */
record HomeAccounts(Path file) implements AccountFile {

  @Override
  public List<Account> read() {
    try {
      return Files.exists(file) ? AccountJson.parse(Files.readString(file)) : List.of();
    } catch (IOException failed) {
      throw new UncheckedIOException("The accounts in " + file + " cannot be read.", failed);
    }
  }

  @Override
  public void write(List<Account> accounts) {
    try {
      Home.write(file, AccountJson.format(accounts));
    } catch (IOException failed) {
      throw new UncheckedIOException("The accounts in " + file + " cannot be kept.", failed);
    }
  }
}
