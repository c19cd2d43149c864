package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasemapsTest {
  private static BasemapSettings template(String url, String... subdomains) {
    return new BasemapSettings(url, "", List.of(subdomains), 18, "");
  }

  @Test
  void withoutASettingNoOtherHostIsAsked() {
    assertThat(Basemaps.of(template("")).origins()).isEmpty();
  }

  @Test
  void aTemplatesHostsMayBeShown() {
    BasemapSettings settings = template("https://{s}.example.org/{z}/{x}/{y}.png", "a", "b");
    assertThat(Basemaps.of(settings).origins())
        .containsExactly("https://a.example.org", "https://b.example.org");
  }

  @Test
  void aTiandituKeyGivesTheMapAndItsNames() {
    Basemaps maps = Basemaps.of(new BasemapSettings("", "", List.of(), 18, "abc123"));
    assertThat(maps.list()).extracting("id").containsExactly("tianditu_vec", "tianditu_cva");
    assertThat(maps.list().get(0).url()).contains("TILEMATRIX={z}").endsWith("tk=abc123");
    assertThat(maps.origins()).hasSize(8).contains("https://t0.tianditu.gov.cn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/{z}/{x}.png",
        "ftp://example.org/{z}/{x}/{y}",
        "{z}/{x}/{y}",
        "https://{s}.example.org/{z}/{x}/{y}"
      })
  void aTemplateThatCannotWorkIsRefused(String url) {
    assertThatThrownBy(() -> template(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("linli.basemap.url");
  }

  @Test
  void aKeyIsNoPlaceForMoreThanAKey() {
    assertThatThrownBy(() -> new BasemapSettings("", "", List.of(), 18, "a&x=;script-src *"))
        .hasMessageContaining("tianditu-key");
  }
}
