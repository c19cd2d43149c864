package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A proxy asks the portal by a name of its own; the links have the one that the world knows. */
@SpringBootTest(
    classes = TestPortal.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "linli.http.public-url=https://atlas.example.org/city")
class BehindAProxyTest {
  private static final String WORLD = "https://atlas.example.org/city/";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc?f=html",
        "/ogc/api",
        "/ogc/collections",
        "/ogc/collections/houses",
        "/ogc/collections/houses?f=html",
        "/ogc/collections/houses/schema",
        "/ogc/collections/houses/queryables",
        "/ogc/collections/houses/items?limit=2",
        "/ogc/collections/houses/items?limit=2&f=html",
        "/ogc/collections/houses/items/h-001",
        "/ogc/collections/houses/items/h-001?f=html",
        "/ogc/collections/houses/tiles",
        "/ogc/collections/houses/tiles/WebMercatorQuad",
        "/ogc/collections/houses/tiles/WebMercatorQuad?f=tilejson",
        "/catalogue.jsonld",
        "/data.json",
        "/sitemap.xml",
        "/feeds/index.atom",
        "/feeds/houses.atom",
        "/api/3/action/package_show?id=houses",
        "/releases?f=html"
      })
  void everyLinkHasTheAddressThatTheWorldKnows(String path) {
    Answer answer = new Browser(port).get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(WORLD).doesNotContain("localhost", ":" + port);
  }
}
