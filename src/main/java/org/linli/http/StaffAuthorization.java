package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.account.Account;
import org.linli.account.Role;
import org.linli.account.SignIn;
import org.linli.account.SignedIn;
import org.linli.layer.LocalText;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which role a request under {@code /staff/**} needs: to look, any; to change data, an editor's; to
 * change accounts, an administrator's. Asked of the account as it is now, not as it was when its
 * session began.
 */
final class StaffAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ACCOUNTS = "/staff/api/accounts";
  private static final String WHAT_IF = "/what-if";

  private final SignIn signIn;

  StaffAuthorization(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
    boolean granted = findRefusal(authentication.get(), context.getRequest()).isEmpty();
    if (granted) {
      StaffGate.open(context.getRequest());
    }
    return new AuthorizationDecision(granted);
  }

  /** Why somebody may not make a request; empty if they may. */
  Optional<Problem> findRefusal(Authentication authentication, HttpServletRequest request) {
    Optional<Account> account =
        authentication != null && authentication.getPrincipal() instanceof SignedIn who
            ? signIn.find(who)
            : Optional.empty();
    if (account.isEmpty()) {
      return Optional.of(Problem.of(ProblemKind.UNAUTHORIZED));
    }
    if (account.get().mustChange()) {
      return Optional.of(Problem.of(ProblemKind.FORBIDDEN, PASSWORD_FIRST));
    }
    return account.get().role().includes(needed(request)) ? Optional.empty() : forbidden();
  }

  private static Optional<Problem> forbidden() {
    return Optional.of(Problem.of(ProblemKind.FORBIDDEN));
  }

  private static Role needed(HttpServletRequest request) {
    String path = request.getServletPath();
    if (path.equals(ACCOUNTS) || path.startsWith(ACCOUNTS + "/")) {
      return Role.ADMIN;
    }
    return LOOKING.contains(request.getMethod()) || path.endsWith(WHAT_IF)
        ? Role.VIEWER
        : Role.EDITOR;
  }

  private static final LocalText PASSWORD_FIRST =
      new LocalText(
          "这是一次性密码，请先设置自己的密码。",
          "This is a one-time password: choose one of your own first.",
          "འདི་ཐེངས་གཅིག་གི་གསང་ཨང་ཡིན་པས་སྔོན་ལ་རང་གི་གསང་ཨང་བཟོ་རོགས།");
}
