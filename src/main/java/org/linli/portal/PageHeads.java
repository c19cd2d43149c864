package org.linli.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.catalogue.harvest.Catalogue;
import org.linli.catalogue.harvest.SchemaOrg;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.portal.PageHead.Alternate;
import org.linli.portal.PageHead.Picture;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;

/** What each of the portal's pages says in its head; only what the public may see. */
final class PageHeads {
  static final LocalText PORTAL = new LocalText("邻里图", "Linli Atlas", "ཁྱིམ་མཚེས་ས་ཁྲ།");
  private static final String PROJECTS = "projects";
  private static final Pattern PHOTOGRAPH = Pattern.compile("\\.(png|jpe?g|webp)$");
  private static final String ATOM = "application/atom+xml";

  /** A page that is there whatever the portal holds. */
  enum Fixed {
    MAP(
        "/",
        PORTAL,
        new LocalText(
            "社区的楼栋、绿地、隐患、项目和巡查覆盖，都在一张图上，人人可看、可下载。",
            "Buildings, green spaces, hazards, projects and patrol coverage of a community on one"
                + " map, for anyone to see and to take away.",
            "སྡེ་ཁུལ་གྱི་ཁང་བརྩེགས་དང་ལྗང་ས། ཉེན་ཁ། ལས་གཞི་བཅས་ས་ཁྲ་གཅིག་ཏུ་བཀོད་ཡོད།")),
    COVERAGE(
        "/coverage",
        new LocalText("覆盖", "Coverage", "ཁྱབ་ཁོངས།"),
        new LocalText(
            "巡查、隐患和绿地：哪里照顾到了，哪里还没有。",
            "Patrols, hazards and green space: where care arrives, and where it does not yet.",
            "འཁོར་ལྟ་དང་ཉེན་ཁ། ལྗང་ས། གང་དུ་སླེབས་ཡོད་མེད།")),
    PROJECTS_LIST(
        "/projects",
        new LocalText("项目", "Projects", "ལས་གཞི།"),
        new LocalText(
            "邻里自己提出的微更新项目：进展、资金和后来怎样。",
            "What neighbours set out to improve: how far it is, who paid, how it fared.",
            "ཁྱིམ་མཚེས་ཀྱིས་བཏོན་པའི་ལས་གཞི་དང་དེའི་འཕེལ་རིམ། མ་དངུལ།")),
    DATA(
        "/data",
        new LocalText("开放数据", "Open data", "གཞི་གྲངས་སྒོ་འབྱེད།"),
        new LocalText(
            "社区的全部公开数据集：说明、更新情况、许可、下载和接口。",
            "All public datasets of the community: what they mean, how fresh they are, their"
                + " licences, downloads and APIs.",
            "སྡེ་ཁུལ་གྱི་སྤྱི་ལ་བསྒྲགས་པའི་གཞི་གྲངས་ཡོངས། འགྲེལ་བཤད་དང་ཕབ་ལེན།")),
    ACCOUNTS(
        "/accounts",
        new LocalText("账号", "Accounts", "རྩིས་ཁྲ།"),
        new LocalText(
            "工作人员的账号和密码。", "Accounts and passwords of staff.", "ལས་མིའི་རྩིས་ཁྲ་དང་གསང་ཨང་།"));

    private final String path;
    private final LocalText title;
    private final LocalText description;

    Fixed(String path, LocalText title, LocalText description) {
      this.path = path;
      this.title = title;
      this.description = description;
    }
  }

  private final Snapshots snapshots;
  private final Datasets datasets;
  private final Publisher publisher;

  PageHeads(Snapshots snapshots, Datasets datasets, Publisher publisher) {
    this.snapshots = snapshots;
    this.datasets = datasets;
    this.publisher = publisher;
  }

  PageHead of(Fixed page, Site site, Locale language) {
    PageHead head =
        head(
            page == Fixed.MAP ? PORTAL.in(language) : named(page.title.in(language), language),
            page.description.in(language),
            site,
            page.path,
            language);
    return page == Fixed.DATA ? withCatalogue(head, site, language) : head;
  }

  private PageHead withCatalogue(PageHead head, Site site, Locale language) {
    return head.with(
        List.of(
            new Alternate("application/ld+json", site.at("/catalogue.jsonld"), "DCAT 3"),
            new Alternate(ATOM, site.at("/feeds/index.atom"), "Atom")),
        SchemaOrg.of(catalogue(site), language));
  }

  private Catalogue catalogue(Site site) {
    return new Catalogue(datasets.list(Audience.PUBLIC), publisher, site);
  }

  /**
   * @throws NotFoundException if the public knows of no such project
   */
  PageHead ofProject(String code, Site site, Locale language) {
    LayerView view =
        snapshots
            .current()
            .findView(PROJECTS, Audience.PUBLIC)
            .orElseThrow(() -> NotFoundException.ofFeature(PROJECTS, code));
    Feature project =
        view.findFeature(code).orElseThrow(() -> NotFoundException.ofFeature(PROJECTS, code));
    PageHead head =
        head(
            named(text(view, project, "title", language).orElse(code), language),
            text(view, project, "story", language).orElse(""),
            site,
            "/projects/" + Site.segment(code),
            language);
    return photograph(view, project)
        .map(name -> site.at("/pictures/" + Site.segment(name)))
        .or(() -> project.geometry().map(place -> plan(project, site)))
        .map(head::showing)
        .orElse(head);
  }

  /** Who shows previews of links shows no drawings (SVG) in them. */
  private static Optional<String> photograph(LayerView view, Feature project) {
    return Stream.of("picture_after", "picture_before")
        .flatMap(field -> value(view, project, field).stream())
        .filter(name -> PHOTOGRAPH.matcher(name).find())
        .findFirst();
  }

  private static String plan(Feature project, Site site) {
    return site.at("/pictures/projects/" + Site.segment(project.code()) + ".png");
  }

  /** A text of a feature in a language; in Chinese, where it was not translated. */
  private static Optional<String> text(
      LayerView view, Feature feature, String field, Locale language) {
    return value(view, feature, field + "_" + language.getLanguage())
        .or(() -> value(view, feature, field));
  }

  private static Optional<String> value(LayerView view, Feature feature, String field) {
    return view.definition().findIndex(field).stream()
        .mapToObj(feature::value)
        .flatMap(value -> Optional.ofNullable(value).stream())
        .map(Object::toString)
        .findFirst();
  }

  /**
   * @throws NotFoundException if the public knows of no such layer
   */
  PageHead ofDataset(String layerId, Site site, Locale language) {
    Dataset dataset = datasets.get(layerId, Audience.PUBLIC);
    PageHead head =
        head(
            named(dataset.definition().title().in(language), language),
            dataset.definition().description().in(language),
            site,
            "/data/" + layerId,
            language);
    String name = dataset.definition().title().in(language);
    return head.with(
        List.of(
            new Alternate("application/ld+json", site.at("/catalogue.jsonld"), "DCAT 3"),
            new Alternate("application/json", site.at("/api/datasets/" + layerId), name),
            new Alternate(ATOM, site.at("/feeds/" + layerId + ".atom"), name)),
        SchemaOrg.of(dataset, catalogue(site), language));
  }

  private static String named(String title, Locale language) {
    return title + " · " + PORTAL.in(language);
  }

  private static PageHead head(
      String title, String description, Site site, String path, Locale language) {
    return new PageHead(
        language,
        title,
        description,
        site.at(path),
        new Picture(site.at("/icon.png"), false),
        List.of(),
        Optional.empty());
  }
}
