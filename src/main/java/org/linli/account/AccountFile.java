package org.linli.account;

import java.util.List;

/** Where accounts are kept. */
public interface AccountFile {

  /** All accounts, in the order of their names; none if there never were any. */
  List<Account> read();

  /** Keeps these and no others; a crash leaves either the old or the new. */
  void write(List<Account> accounts);
}
