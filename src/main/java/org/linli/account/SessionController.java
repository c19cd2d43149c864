package org.linli.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.encode.Representation;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Signing in and out, for pages: a session in a cookie that scripts cannot read. */
@Controller
final class SessionController {
  private static final int UNAUTHORIZED = 401;

  private final SignIn signIn;
  private final Accounts accounts;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SessionController(SignIn signIn, Accounts accounts) {
    this.signIn = signIn;
    this.accounts = accounts;
  }

  /** Who is signed in, if anybody, and what has to be sent along to change that. */
  @GetMapping("/api/session")
  Representation session(HttpServletRequest request) {
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    Map<String, Object> document = document(current());
    document.put("csrf", Map.of("header", csrf.getHeaderName(), "token", csrf.getToken()));
    return Json.of(document);
  }

  /** Takes the form fields {@code name} and {@code password}. */
  @PostMapping("/api/session")
  Representation enter(HttpServletRequest request, HttpServletResponse response) {
    Account account =
        signIn.enter(field(request, "name"), field(request, "password"), request.getRemoteAddr());
    renewSession(request);
    begin(account, request, response);
    return Json.of(document(Optional.of(account)));
  }

  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Takes the form fields {@code old} and {@code new}. All other sessions of the account end. */
  @PostMapping("/api/session/password")
  Representation changePassword(HttpServletRequest request, HttpServletResponse response) {
    String name =
        current()
            .map(Account::name)
            .orElseThrow(
                () ->
                    new RefusedException(
                        UNAUTHORIZED,
                        new LocalText("请先登录。", "Sign in first.", "སྔོན་ལ་ནང་འཛུལ་གནང་།")));
    signIn.enter(name, field(request, "old"), request.getRemoteAddr());
    Account changed = accounts.changePassword(name, field(request, "new"));
    renewSession(request);
    begin(changed, request, response);
    return Json.of(document(Optional.of(changed)));
  }

  private Optional<Account> current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn who
        ? signIn.find(who)
        : Optional.empty();
  }

  /** A session that was there before has another id afterwards, which nobody can have planted. */
  private static void renewSession(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }

  private void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(SignedIn.of(account), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private static Map<String, Object> document(Optional<Account> account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("signed_in", account.isPresent());
    account.ifPresent(
        who -> {
          document.put("name", who.name());
          document.put("role", who.role().id());
          document.put("must_change", who.mustChange());
        });
    return document;
  }

  /** Of the body only: what stands in an address is logged on the way. */
  private static String field(HttpServletRequest request, String name) {
    String value = request.getQueryString() == null ? request.getParameter(name) : null;
    if (value == null) {
      throw new InvalidParameterException(
          name,
          new LocalText(
              "请在请求正文中以表单字段发送「" + name + "」，不要写在地址里。",
              "Send «" + name + "» as a field of a form, in the body and not in the address.",
              "«" + name + "» ནི་འདྲི་ཞུའི་ནང་དོན་ལ་བསྐུར་རོགས། ཁ་བྱང་ལ་མི་རུང་།"));
    }
    return value;
  }
}
