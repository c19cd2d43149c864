package org.linli.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.linli.account.Account;
import org.linli.account.AccountFile;
import org.linli.account.AccountJson;

/** A file of accounts in memory that keeps every text that was ever in it. */
public final class KeptAccounts implements AccountFile {
  private final List<String> texts = new ArrayList<>();

  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** Puts a text there that nobody asked for. */
  public void spoil(String text) {
    texts.add(text);
  }

  @Override
  public List<Account> read() {
    return texts.isEmpty() ? List.of() : AccountJson.parse(texts.get(texts.size() - 1));
  }

  @Override
  public void change(UnaryOperator<List<Account>> change) {
    texts.add(AccountJson.format(change.apply(read())));
  }

  @Override
  public Object edition() {
    return texts.size();
  }
}
