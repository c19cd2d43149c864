package org.linli.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.RefusedException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * All accounts. What changes one is in the file before it holds; a change holds at once, also for
 * those who are signed in, and also when another process made it.
 */
public final class Accounts {
  public static final String FIRST_ADMIN = "admin";
  private static final int CONFLICT = 409;

  private final AccountFile file;
  private final Clock clock;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Compared with when there is no such name, so that the answer takes as long. */
  private final String nobody = encoder.encode(PasswordRules.oneTime());

  private volatile Known known;

  /** What was in the file, and of which edition that was. */
  private record Known(Object edition, TreeMap<String, Account> byName) {}

  /**
   * @throws IllegalArgumentException if the file is not readable
   */
  public Accounts(AccountFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.known = read();
  }

  /** A new account, and the one-time password that opens it; told this once. */
  public record Made(Account account, String oneTimePassword) {}

  /** Makes the administrator of a portal that has no account yet. */
  public synchronized Optional<Made> makeFirst() {
    return current().isEmpty() ? Optional.of(add(FIRST_ADMIN, Role.ADMIN)) : Optional.empty();
  }

  public Collection<Account> list() {
    return List.copyOf(current().values());
  }

  public Optional<Account> find(String name) {
    return Optional.ofNullable(current().get(name));
  }

  /** The account, if the password is its own; takes as long for a name that is not there. */
  public Optional<Account> verify(String name, String password) {
    Optional<Account> account = find(name);
    boolean right = encoder.matches(password, account.map(Account::passwordHash).orElse(nobody));
    return account.filter(found -> right);
  }

  /**
   * @throws InvalidParameterException if the name cannot be one
   * @throws RefusedException 409 if it is taken
   */
  public Made add(String name, Role role) {
    String password = PasswordRules.oneTime();
    return new Made(put(new NewAccount(name, role, password, true)), password);
  }

  /**
   * An account with a password of its own, for a program.
   *
   * @throws InvalidParameterException if the name or the password cannot be one
   * @throws RefusedException 409 if the name is taken
   */
  public Account add(String name, Role role, String password) {
    requireSound(PasswordRules.fault(name, password));
    return put(new NewAccount(name, role, password, false));
  }

  private record NewAccount(String name, Role role, String password, boolean mustChange) {}

  private Account put(NewAccount asked) {
    if (!Account.isName(asked.name)) {
      throw new InvalidParameterException("name", NO_NAME);
    }
    Account made =
        new Account(
            asked.name,
            asked.role,
            encoder.encode(asked.password),
            asked.mustChange,
            clock.instant());
    change(
        all -> {
          if (all.putIfAbsent(asked.name, made) != null) {
            throw new RefusedException(CONFLICT, TAKEN);
          }
        });
    return made;
  }

  /** Gives an account a one-time password in place of a forgotten one. */
  public Made reset(String name) {
    String password = PasswordRules.oneTime();
    return new Made(withPassword(name, encoder.encode(password), true), password);
  }

  /**
   * @throws InvalidParameterException if the password cannot be one, or is the one before
   */
  public Account changePassword(String name, String password) {
    Account account = get(current(), name);
    requireSound(PasswordRules.fault(name, password));
    if (encoder.matches(password, account.passwordHash())) {
      requireSound(Optional.of(SAME));
    }
    return withPassword(name, encoder.encode(password), false);
  }

  private Account withPassword(String name, String hash, boolean oneTime) {
    change(all -> all.put(name, get(all, name).withPassword(hash, oneTime, clock.instant())));
    return get(current(), name);
  }

  private static void requireSound(Optional<LocalText> fault) {
    if (fault.isPresent()) {
      throw new InvalidParameterException("new", fault.get());
    }
  }

  /**
   * @throws RefusedException 409 if nobody would be left to say who staff are
   */
  public Account changeRole(String name, Role role) {
    change(
        all -> {
          all.put(name, get(all, name).withRole(role));
          requireAdmin(all);
        });
    return get(current(), name);
  }

  /**
   * @throws RefusedException 409 if nobody would be left to say who staff are
   */
  public void remove(String name) {
    change(
        all -> {
          all.remove(get(all, name).name());
          requireAdmin(all);
        });
  }

  private static Account get(TreeMap<String, Account> all, String name) {
    return Optional.ofNullable(all.get(name))
        .orElseThrow(() -> new NotFoundException(NOBODY_OF_THAT_NAME));
  }

  private static void requireAdmin(TreeMap<String, Account> all) {
    if (all.values().stream().noneMatch(account -> account.role() == Role.ADMIN)) {
      throw new RefusedException(CONFLICT, LAST_ADMIN);
    }
  }

  private synchronized void change(Consumer<TreeMap<String, Account>> step) {
    file.change(
        kept -> {
          TreeMap<String, Account> all = byName(kept);
          step.accept(all);
          return List.copyOf(all.values());
        });
    known = read();
  }

  private TreeMap<String, Account> current() {
    return file.edition().equals(known.edition) ? known.byName : reread();
  }

  private synchronized TreeMap<String, Account> reread() {
    known = read();
    return known.byName;
  }

  /** The edition first: were the file changed in between, it is read once more. */
  private Known read() {
    return new Known(file.edition(), byName(file.read()));
  }

  private static TreeMap<String, Account> byName(List<Account> accounts) {
    TreeMap<String, Account> all = new TreeMap<>();
    accounts.forEach(account -> all.put(account.name(), account));
    return all;
  }

  private static final LocalText NO_NAME =
      new LocalText(
          "账号名只能含文字、数字和 . _ -，最多 64 个字符。",
          "A name is made of letters, digits and . _ -, 64 at most.",
          "མིང་ལ་ཡི་གེ་དང་ཨང་ཀི་ . _ - (64) ཁོ་ན་ཆོག");

  private static final LocalText TAKEN =
      new LocalText("已有这个账号。", "There is an account of that name.", "མིང་དེའི་རྩིས་ཁྲ་ཡོད།");

  private static final LocalText SAME =
      new LocalText(
          "新密码不能与旧密码相同。",
          "The new password is the old one; choose another.",
          "གསང་ཨང་གསར་པ་དེ་རྙིང་པ་རང་རེད། གཞན་ཞིག་འདེམས་རོགས།");

  private static final LocalText NOBODY_OF_THAT_NAME =
      new LocalText("没有这个账号。", "There is no account of that name.", "མིང་དེའི་རྩིས་ཁྲ་མེད།");

  private static final LocalText LAST_ADMIN =
      new LocalText(
          "至少要留一位管理员：请先任命另一位。",
          "One administrator has to be left: make another first.",
          "དོ་དམ་པ་གཅིག་ངེས་པར་དགོས། སྔོན་ལ་གཞན་ཞིག་བསྐོ་རོགས།");
}
