package org.linli.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.encode.Representation;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.portal.PageHeads.Fixed;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The portal's pages, and the scripts and styles they are made of. All pages are one file, whose
 * script looks at the address; what differs is the head.
 */
@Controller
final class PagesController {
  private static final String PAGE = "/index.html";

  private final WebPages pages;
  private final PageTemplate map;
  private final PageTemplate coverage;
  private final PageTemplate projects;
  private final PageTemplate data;
  private final PageTemplate accounts;
  private final PageHeads heads;

  PagesController(WebPages pages, Snapshots snapshots, Datasets datasets, Publisher publisher) {
    this.pages = pages;
    this.map = PageTemplate.of(pages.get(PAGE), "map");
    this.coverage = PageTemplate.of(pages.get(PAGE), "coverage");
    this.projects = PageTemplate.of(pages.get(PAGE), "projects");
    this.data = PageTemplate.of(pages.get(PAGE), "data");
    this.accounts = PageTemplate.of(pages.get(PAGE), "accounts");
    this.heads = new PageHeads(snapshots, datasets, publisher);
  }

  @GetMapping({"/", PAGE})
  Representation map(Site site, Locale language) {
    return map.with(heads.of(Fixed.MAP, site, language));
  }

  @GetMapping("/coverage")
  Representation coverage(Site site, Locale language) {
    return coverage.with(heads.of(Fixed.COVERAGE, site, language));
  }

  @GetMapping("/projects")
  Representation projects(Site site, Locale language) {
    return projects.with(heads.of(Fixed.PROJECTS_LIST, site, language));
  }

  @GetMapping("/projects/{code}")
  Representation project(
      @PathVariable String code,
      Site site,
      Locale language,
      @RequestHeader(name = "Accept", defaultValue = "") String accepted,
      HttpServletResponse response) {
    try {
      return projects.with(heads.ofProject(code, site, language));
    } catch (NotFoundException absent) {
      absentFor(accepted, response, absent);
      return projects.with(heads.of(Fixed.PROJECTS_LIST, site, language));
    }
  }

  /**
   * Who reads pages is answered by one: it says in its own words that there is nothing, or finds
   * out that it is one of the staff's and asked for by them.
   */
  private static void absentFor(
      String accepted, HttpServletResponse response, NotFoundException absent) {
    if (!accepted.contains("text/html")) {
      throw absent;
    }
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
  }

  @GetMapping("/data")
  Representation data(Site site, Locale language) {
    return data.with(heads.of(Fixed.DATA, site, language));
  }

  /** The pattern has no dot: a name with one is a file of the layer. */
  @GetMapping("/data/{layer:[a-z][a-z0-9_]*}")
  Representation dataset(
      @PathVariable String layer,
      Site site,
      Locale language,
      @RequestHeader(name = "Accept", defaultValue = "") String accepted,
      HttpServletResponse response) {
    try {
      return data.with(heads.ofDataset(layer, site, language));
    } catch (NotFoundException absent) {
      absentFor(accepted, response, absent);
      return data.with(heads.of(Fixed.DATA, site, language));
    }
  }

  @GetMapping("/accounts")
  Representation accounts(Site site, Locale language) {
    return accounts.with(heads.of(Fixed.ACCOUNTS, site, language));
  }

  @GetMapping({"/favicon.svg", "/icon.png", "/js/**", "/css/**", "/lib/**"})
  Representation part(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
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
