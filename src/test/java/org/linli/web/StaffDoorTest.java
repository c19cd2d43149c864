package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** Staff sign in and out on the page, with the keyboard alone. */
@Needs(Tool.CHROMIUM)
class StaffDoorTest {
  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo());
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void whoeverComesFirstChoosesAPasswordAndIsInUntilTheyLeave() {
    String oneTime = visitor.staff().make("dolma", "viewer");
    visitor.open("/#v1&lang=en");
    Locator door = visitor.find(".staff-mark");
    assertThat(door).hasText("Sign in");
    door.focus();
    press("Enter");
    assertThat(visitor.find("#staff-name")).isFocused();

    type("dolma");
    press("Tab");
    type("wrong password");
    press("Enter");
    assertThat(visitor.find("#staff-said")).containsText("do not belong together");
    assertThat(visitor.find("#staff-name")).hasValue("dolma");

    visitor.find("#staff-password").fill(oneTime);
    press("Enter");
    assertThat(visitor.find("#staff-next")).isFocused();
    type("my very own words");
    press("Enter");
    assertThat(visitor.find(".staff-mark.in")).hasText("dolma");

    visitor.page().reload();
    assertThat(visitor.find(".staff-mark.in")).hasText("dolma");
    visitor.find(".staff-mark.in").press("Enter");
    assertThat(visitor.find(".staff-mark")).hasText("Sign in");
    visitor.page().reload();
    assertThat(visitor.find(".staff-mark")).hasText("Sign in");
  }

  @Test
  void whoIsAtTheDoorBeforeThePageIsThereStaysAtIt() {
    List<Route> held = new ArrayList<>();
    visitor.page().route("**/js/pages/map.js", held::add);
    visitor
        .page()
        .navigate(
            ServedPortal.withDemo().address("/#v1&lang=en"),
            new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    Locator door = visitor.find(".staff-mark");
    assertThat(door).hasText("Sign in");
    door.focus();
    held.forEach(Route::resume);
    assertThat(visitor.find(".map-controls").first()).isVisible();
    assertThat(door).isFocused();
  }

  @Test
  void noScriptCanReadTheSession() {
    visitor.staff().enterAsAdmin();
    visitor.open("/");
    assertThat(visitor.find(".staff-mark.in")).hasText("admin");
    assertThat((String) visitor.page().evaluate("document.cookie")).isEmpty();
    assertThat(visitor.page().evaluate("sessionStorage.length + localStorage.length")).isIn(0, 1);
  }

  private void press(String key) {
    visitor.page().keyboard().press(key);
  }

  private void type(String text) {
    visitor.page().keyboard().type(text);
  }
}
