package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.http.Readiness.State;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadinessGateTest {
  private final Readiness readiness = new Readiness();

  private int statusOf(String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ReadinessGate(readiness)
        .doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
    return response.getStatus();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ogc", "/api/layers", "/data/houses.geojson", "/jsx", "/health", "/css"})
  void noDataIsGivenBeforeTheLayersAreThere(String path) throws Exception {
    assertThat(statusOf(path)).isEqualTo(503);
    readiness.become(State.READY);
    assertThat(statusOf(path)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/js/main.js", "/css/page.css", "/lib/leaflet.js"})
  void thePageThatSaysSoIsGivenAtOnce(String path) throws Exception {
    assertThat(statusOf(path)).isEqualTo(200);
  }

  @Test
  void aPortalWhoseLayersFailedGivesNone() throws Exception {
    readiness.become(State.FAILED);
    assertThat(statusOf("/api/layers")).isEqualTo(503);
  }
}
