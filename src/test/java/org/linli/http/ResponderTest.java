package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.catalogue.FileSizes;
import org.linli.encode.Edition;
import org.linli.encode.Representation;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a tag of features with links in them depends on. */
class ResponderTest {
  private static final Edition EDITION = new Edition("store houses@1", Instant.EPOCH);

  @TempDir Path folder;

  private String tag(String publicUrl, String host, String path)
      throws IOException, InterruptedException {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServerName(host);
    MockHttpServletResponse response = new MockHttpServletResponse();
    Representation items =
        new Representation.Encoded(
            "application/geo+json", Map.of(), EDITION, true, out -> out.write('x'));
    try (ExportWorkshop workshop =
        new ExportWorkshop(new ExportShelf(folder, 0, System::nanoTime), 1)) {
      new Responder(new ExportSender(workshop, new FileSizes()), new Sites(publicUrl))
          .send(items, request, response);
    }
    return response.getHeader("ETag");
  }

  @Test
  void theSameItemsWithLinksToAnotherSiteHaveAnotherTag() throws Exception {
    String path = "/ogc/collections/houses/items";
    String old = tag("https://old.example.org", "inside", path);
    assertThat(tag("https://old.example.org", "inside", path)).isEqualTo(old);
    assertThat(tag("https://new.example.org", "inside", path)).isNotEqualTo(old);
    assertThat(tag("https://old.example.org", "inside", path + "/h-1")).isNotEqualTo(old);
    assertThat(tag("https://old.example.org", "other-name-inside", path)).isEqualTo(old);
    assertThat(tag("", "a.example.org", path)).isNotEqualTo(tag("", "b.example.org", path));
  }
}
