package org.linli.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.linli.account.Account;
import org.linli.account.Accounts;
import org.linli.account.Role;
import org.linli.config.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Says who staff are, on the machine itself: for whoever sets a portal up, and for scripts. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, changes and removes the accounts of staff. The portal may serve meanwhile.",
      "Without --password-stdin a one-time password is made and told once."
    },
    subcommands = {
      AccountCommand.Add.class,
      AccountCommand.Password.class,
      AccountCommand.ChangeRole.class,
      AccountCommand.Remove.class,
      AccountCommand.Names.class
    })
final class AccountCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:LINLI_HOME:-./linli-home}",
      description =
          "The folder that holds everything the portal keeps (default: ${DEFAULT-VALUE}).")
  private Path home;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), Words.of("account.which"));
  }

  /** Does one thing with the accounts, and says what came of it. */
  private int with(Function<Accounts, String> act) {
    Accounts accounts = new Accounts(Home.open(home).accounts(), Clock.systemUTC());
    spec.commandLine().getOut().println(act.apply(accounts));
    return Commands.DONE;
  }

  /** Which account. */
  private static final class Named {
    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the account.")
    private String name;
  }

  /** Where its password comes from. */
  private static final class Piped {
    @Option(
        names = "--password-stdin",
        description = "Take the password from the first line of the standard input.")
    private boolean isPiped;

    Optional<String> password() throws IOException {
      if (!isPiped) {
        return Optional.empty();
      }
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      return Optional.of(Optional.ofNullable(in.readLine()).orElse(""));
    }
  }

  private static String told(Accounts.Made made) {
    return Words.of("account.oneTime", made.account().name(), made.oneTimePassword());
  }

  @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes an account.")
  static final class Add implements Callable<Integer> {
    @ParentCommand private AccountCommand accounts;

    @Mixin private Named account;

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "What they may do: viewer, steward, editor or admin.")
    private Role role;

    @Mixin private Piped piped;

    @Override
    public Integer call() throws IOException {
      Optional<String> password = piped.password();
      return accounts.with(
          all ->
              password
                  .map(own -> Words.of("account.added", all.add(account.name, role, own).name()))
                  .orElseGet(() -> told(all.add(account.name, role))));
    }
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives an account another password; its sessions end.")
  static final class Password implements Callable<Integer> {
    @ParentCommand private AccountCommand accounts;

    @Mixin private Named account;

    @Mixin private Piped piped;

    @Override
    public Integer call() throws IOException {
      Optional<String> password = piped.password();
      return accounts.with(
          all ->
              password
                  .map(
                      own ->
                          Words.of("account.changed", all.changePassword(account.name, own).name()))
                  .orElseGet(() -> told(all.reset(account.name))));
    }
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Lets an account do more, or less.")
  static final class ChangeRole implements Callable<Integer> {
    @ParentCommand private AccountCommand accounts;

    @Mixin private Named account;

    @Parameters(
        index = "1",
        paramLabel = "ROLE",
        description = "What they may do: viewer, steward, editor or admin.")
    private Role role;

    @Override
    public Integer call() {
      return accounts.with(
          all -> Words.of("account.changed", all.changeRole(account.name, role).name()));
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Takes an account away; its sessions end.")
  static final class Remove implements Callable<Integer> {
    @ParentCommand private AccountCommand accounts;

    @Mixin private Named account;

    @Override
    public Integer call() {
      return accounts.with(
          all -> {
            all.remove(account.name);
            return Words.of("account.removed", account.name);
          });
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the accounts: name, role, since when the password is set.")
  static final class Names implements Callable<Integer> {
    @ParentCommand private AccountCommand accounts;

    @Override
    public Integer call() {
      return accounts.with(all -> String.join("\n", all.list().stream().map(Names::line).toList()));
    }

    private static String line(Account account) {
      return String.join("\t", account.name(), account.role().id(), account.since().toString());
    }
  }
}
