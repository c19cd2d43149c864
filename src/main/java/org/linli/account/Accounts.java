package org.linli.account;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.RefusedException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * All accounts. What changes one is in the file before it holds; a change holds at once, also for
 * those who are signed in.
 */
public final class Accounts {
  public static final String FIRST_ADMIN = "admin";
  private static final int CONFLICT = 409;

  private final AccountFile file;
  private final Clock clock;
  private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  /** Compared with when there is no such name, so that the answer takes as long. */
  private final String nobody = encoder.encode(PasswordRules.oneTime());

  private volatile TreeMap<String, Account> byName = new TreeMap<>();

  /**
   * @throws IllegalArgumentException if the file is not readable
   */
  public Accounts(AccountFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    file.read().forEach(account -> byName.put(account.name(), account));
  }

  /** A new account, and the one-time password that opens it; told this once. */
  public record Made(Account account, String oneTimePassword) {}

  /** Makes the administrator of a portal that has no account yet. */
  public synchronized Optional<Made> makeFirst() {
    return byName.isEmpty() ? Optional.of(add(FIRST_ADMIN, Role.ADMIN)) : Optional.empty();
  }

  public Collection<Account> list() {
    return List.copyOf(byName.values());
  }

  public Optional<Account> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The account, if the password is its own; takes as long for a name that is not there. */
  public Optional<Account> verify(String name, String password) {
    Optional<Account> account = find(name);
    boolean right = encoder.matches(password, account.map(Account::passwordHash).orElse(nobody));
    return account.filter(known -> right);
  }

  /**
   * @throws InvalidParameterException if the name cannot be one
   * @throws RefusedException 409 if it is taken
   */
  public synchronized Made add(String name, Role role) {
    if (!Account.isName(name)) {
      throw new InvalidParameterException(
          "name",
          new LocalText(
              "账号名只能含文字、数字和 . _ -，最多 64 个字符。",
              "A name is made of letters, digits and . _ -, 64 at most.",
              "མིང་ལ་ཡི་གེ་དང་ཨང་ཀི་ . _ - (64) ཁོ་ན་ཆོག"));
    }
    if (byName.containsKey(name)) {
      throw new RefusedException(
          CONFLICT,
          new LocalText("已有这个账号。", "There is an account of that name.", "མིང་དེའི་རྩིས་ཁྲ་ཡོད།"));
    }
    String password = PasswordRules.oneTime();
    Account made = new Account(name, role, encoder.encode(password), true, clock.instant());
    put(made);
    return new Made(made, password);
  }

  /** Gives an account a one-time password in place of a forgotten one. */
  public synchronized Made reset(String name) {
    String password = PasswordRules.oneTime();
    Account reset = get(name).withPassword(encoder.encode(password), true, clock.instant());
    put(reset);
    return new Made(reset, password);
  }

  /**
   * @throws InvalidParameterException if the password cannot be one, or is the one before
   */
  public synchronized Account changePassword(String name, String password) {
    Account account = get(name);
    Optional<LocalText> fault = PasswordRules.fault(name, password);
    if (fault.isEmpty() && encoder.matches(password, account.passwordHash())) {
      fault =
          Optional.of(
              new LocalText(
                  "新密码不能与旧密码相同。",
                  "The new password is the old one; choose another.",
                  "གསང་ཨང་གསར་པ་དེ་རྙིང་པ་རང་རེད། གཞན་ཞིག་འདེམས་རོགས།"));
    }
    if (fault.isPresent()) {
      throw new InvalidParameterException("new", fault.get());
    }
    Account changed = account.withPassword(encoder.encode(password), false, clock.instant());
    put(changed);
    return changed;
  }

  /**
   * @throws RefusedException 409 if nobody would be left to say who staff are
   */
  public synchronized Account changeRole(String name, Role role) {
    Account changed = get(name).withRole(role);
    requireAdminBeside(name, role);
    put(changed);
    return changed;
  }

  /**
   * @throws RefusedException 409 if nobody would be left to say who staff are
   */
  public synchronized void remove(String name) {
    get(name);
    requireAdminBeside(name, Role.VIEWER);
    TreeMap<String, Account> next = new TreeMap<>(byName);
    next.remove(name);
    keep(next);
  }

  private Account get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new NotFoundException(
                    new LocalText(
                        "没有这个账号。", "There is no account of that name.", "མིང་དེའི་རྩིས་ཁྲ་མེད།")));
  }

  private void requireAdminBeside(String name, Role next) {
    boolean other =
        byName.values().stream()
            .anyMatch(account -> account.role() == Role.ADMIN && !account.name().equals(name));
    if (next != Role.ADMIN && !other) {
      throw new RefusedException(
          CONFLICT,
          new LocalText(
              "至少要留一位管理员：请先任命另一位。",
              "One administrator has to be left: make another first.",
              "དོ་དམ་པ་གཅིག་ངེས་པར་དགོས། སྔོན་ལ་གཞན་ཞིག་བསྐོ་རོགས།"));
    }
  }

  private void put(Account account) {
    TreeMap<String, Account> next = new TreeMap<>(byName);
    next.put(account.name(), account);
    keep(next);
  }

  private void keep(TreeMap<String, Account> next) {
    file.write(List.copyOf(next.values()));
    byName = next;
  }
}
