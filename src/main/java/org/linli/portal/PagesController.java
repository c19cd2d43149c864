package org.linli.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The portal's pages, and the scripts and styles they are made of. */
@Controller
final class PagesController {
  private static final String MAP_PAGE = "/index.html";

  private final WebPages pages;

  PagesController(WebPages pages) {
    this.pages = pages;
  }

  @GetMapping({"/", MAP_PAGE})
  Representation map() {
    return file(MAP_PAGE);
  }

  @GetMapping({"/favicon.svg", "/js/**", "/css/**", "/lib/**"})
  Representation part(HttpServletRequest request) {
    return file(request.getRequestURI().substring(request.getContextPath().length()));
  }

  private Representation file(String path) {
    return pages
        .find(path)
        .orElseThrow(
            () ->
                new NotFoundException(
                    new LocalText(
                        "这里没有页面。从 / 开始。",
                        "There is no page here. The portal begins at /.",
                        "འདིར་ཤོག་ངོས་མེད། / ནས་འགོ་འཛུགས།")));
  }
}
