package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** An administrator says who staff are, and everybody of the staff chooses their own password. */
@Needs(Tool.CHROMIUM)
class AccountsPageTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String PAGE = "/accounts#v1&lang=en";

  private final Visitor visitor = Visitor.atDesk(PORTAL);

  @AfterEach
  void leave() {
    visitor.close();
  }

  private Locator row(String name) {
    return visitor.find(".account-list tr:has(.account-name:text-is('" + name + "'))");
  }

  private Locator button(String text) {
    return row("pema").locator("button:has-text('" + text + "')");
  }

  private void press(String key) {
    visitor.page().keyboard().press(key);
  }

  private void openAsAdmin() {
    visitor.asStaff();
    visitor.page().navigate(PORTAL.address(PAGE));
    assertThat(row("admin")).containsText("This is you");
  }

  @Test
  void byTheKeyboardAnAccountIsMadeAndItsPasswordIsThereOnce() {
    openAsAdmin();
    visitor.find("#new-account").focus();
    visitor.page().keyboard().type("tashi");
    press("Tab");
    visitor.page().keyboard().type("Editor");
    assertThat(visitor.find("#new-may")).containsText("releases");
    press("Tab");
    press("Enter");
    Locator password = visitor.find(".one-time-password");
    assertThat(password).hasText(Pattern.compile("([a-z2-9]{4}-){3}[a-z2-9]{4}"));
    String oneTime = password.textContent();
    assertThat(row("tashi")).containsText("still a one-time password");
    assertThat(row("tashi").locator("select")).hasValue("editor");

    visitor.page().reload();
    assertThat(row("tashi")).isVisible();
    assertThat(visitor.find("main")).not().containsText(oneTime);
    try (Visitor tashi = Visitor.atDesk(PORTAL)) {
      tashi.page().navigate(PORTAL.address(PAGE));
      tashi.find("main .strong").click();
      tashi.enter("tashi", oneTime, "mountains in the morning");
      assertThat(tashi.find(".own-name")).containsText("tashi · Editor");
      assertThat(tashi.find(".all-accounts")).hasCount(0);
    }
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aRoleIsChangedAPasswordResetAndAnAccountDisabledAfterBeingAsked() {
    String first = visitor.staff().make("pema", "viewer");
    openAsAdmin();
    row("pema").locator("select").selectOption("steward");
    assertThat(visitor.find(".told")).hasText("The role of pema is now “Steward”.");

    button("Reset password").press("Enter");
    assertThat(row("pema")).containsText("will no longer work");
    assertThat(row("pema").locator("[data-sure]")).isFocused();
    press("Enter");
    assertThat(visitor.find(".one-time-password")).not().hasText(first);

    button("Disable").press("Enter");
    button("Cancel").press("Enter");
    assertThat(row("pema")).isVisible();
    button("Disable").press("Enter");
    press("Enter");
    assertThat(visitor.find(".told")).hasText("pema is disabled.");
    assertThat(row("pema")).hasCount(0);
  }

  @Test
  void aNameThatIsTakenIsSaidAndWhatWasTypedStays() {
    openAsAdmin();
    visitor.find("#new-account").fill("admin");
    visitor.find(".all-accounts [type=submit]").click();
    assertThat(visitor.find(".told")).hasText("There is an account of that name.");
    assertThat(visitor.find("#new-account")).hasValue("admin");
  }

  @Test
  void whoeverIsInChangesTheirOwnPassword() {
    String oneTime = visitor.staff().make("nyima", "viewer");
    visitor.page().navigate(PORTAL.address(PAGE));
    assertThat(visitor.find("main")).containsText("This page is for staff");
    visitor.find("main .strong").click();
    visitor.enter("nyima", oneTime, "the first of my words");
    change("not my password", "the second of my words");
    assertThat(visitor.find("#own-said")).containsText("do not belong together");
    change("the first of my words", "the second of my words");
    assertThat(visitor.find("#own-said")).containsText("The password is changed");
    assertThat(visitor.find("#own-password")).hasValue("");
    assertThat(new Entry(PORTAL).isOpenTo("nyima", "the first of my words")).isFalse();
    assertThat(new Entry(PORTAL).isOpenTo("nyima", "the second of my words")).isTrue();
  }

  private void change(String old, String next) {
    visitor.find("#own-password").fill(old);
    visitor.find("#own-next").fill(next);
    visitor.find(".own-account [type=submit]").click();
  }

  /** The door for programs. */
  private record Entry(ServedPortal portal) {
    boolean isOpenTo(String name, String password) {
      try (Visitor program = Visitor.atDesk(portal)) {
        return program
                .page()
                .request()
                .get(
                    portal.address("/staff/api/datasets"),
                    RequestOptions.create()
                        .setHeader(
                            "Authorization",
                            "Basic "
                                + Base64.getEncoder()
                                    .encodeToString(
                                        (name + ":" + password).getBytes(StandardCharsets.UTF_8))))
                .status()
            == 200;
      }
    }
  }

  @Test
  void itIsInEveryLanguageAndFitsAPhone() {
    visitor.asStaff();
    for (List<String> said : List.of(List.of("zh", "全部账号"), List.of("bo", "རྩིས་ཁྲ་ཡོངས།"))) {
      visitor.page().setViewportSize(360, 780);
      visitor.page().navigate("about:blank");
      visitor.page().navigate(PORTAL.address("/accounts#v1&lang=" + said.get(0)));
      assertThat(visitor.find(".all-accounts h2")).hasText(said.get(1));
      assertThat(row("admin")).isVisible();
      assertThat(visitor.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    }
  }
}
