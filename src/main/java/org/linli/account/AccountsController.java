package org.linli.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.encode.Representation;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who staff are, for administrators. No password or hash is ever told but a one-time one, once. */
@Controller
final class AccountsController {
  private final Accounts accounts;

  AccountsController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/staff/api/accounts")
  Representation list() {
    return Json.of(
        Map.of("accounts", accounts.list().stream().map(AccountsController::document).toList()));
  }

  /** Takes the form fields {@code name} and {@code role}; the answer has the one-time password. */
  @PostMapping("/staff/api/accounts")
  Representation add(HttpServletRequest request) {
    String name = request.getParameter("name");
    return made(accounts.add(name == null ? "" : name, role(request)));
  }

  @PostMapping("/staff/api/accounts/{name}/password")
  Representation reset(@PathVariable String name) {
    return made(accounts.reset(name));
  }

  @PostMapping("/staff/api/accounts/{name}/role")
  Representation changeRole(@PathVariable String name, HttpServletRequest request) {
    return Json.of(document(accounts.changeRole(name, role(request))));
  }

  @DeleteMapping("/staff/api/accounts/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String name) {
    accounts.remove(name);
  }

  private static Role role(HttpServletRequest request) {
    String asked = request.getParameter("role");
    List<String> roles = Arrays.stream(Role.values()).map(Role::id).toList();
    return Role.find(asked == null ? "" : asked)
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "role",
                    new LocalText(
                        "角色须为：" + String.join(", ", roles) + "。",
                        "A role is one of: " + String.join(", ", roles) + ".",
                        "གནས་བབ་ནི་འདི་དག་ལས་གཅིག་དགོས། " + String.join(", ", roles)),
                    roles));
  }

  private static Representation made(Accounts.Made made) {
    Map<String, Object> document = document(made.account());
    document.put("one_time_password", made.oneTimePassword());
    return Json.of(document);
  }

  private static Map<String, Object> document(Account account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", account.name());
    document.put("role", account.role().id());
    document.put("must_change", account.mustChange());
    document.put("since", account.since().toString());
    return document;
  }
}
