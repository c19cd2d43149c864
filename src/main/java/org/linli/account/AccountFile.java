package org.linli.account;

import java.util.List;
import java.util.function.UnaryOperator;

/** Where accounts are kept; a command may change them while a portal serves. */
public interface AccountFile {

  /** All accounts, in the order of their names; none if there never were any. */
  List<Account> read();

  /**
   * Keeps what becomes of those that are there, while nobody else changes them; a crash leaves
   * either the old or the new. Where the change throws, nothing is changed.
   */
  void change(UnaryOperator<List<Account>> change);

  /** Another value after every change, whoever made it; costs little to ask. */
  Object edition();
}
