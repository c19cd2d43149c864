package org.linli.catalogue.harvest;

import java.time.Instant;
import java.util.List;
import org.linli.catalogue.Addresses;
import org.linli.catalogue.Dataset;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.Site;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/** What is told to harvesters: the public datasets, who answers for them and where they are. */
public record Catalogue(List<Dataset> datasets, Publisher publisher, Site site) {
  public static final LocalText TITLE =
      new LocalText("邻里图开放数据", "Linli Atlas open data", "ཁྱིམ་མཚེས་ས་ཁྲའི་སྒོ་འབྱེད་གཞི་གྲངས།");
  static final LocalText DESCRIPTION =
      new LocalText(
          "社区的公开数据集：楼栋、绿地、隐患、项目和分析结果。",
          "The public datasets of the community: buildings, green spaces, hazards, projects and what"
              + " analyses make of them.",
          "སྡེ་ཁུལ་གྱི་སྤྱི་ལ་བསྒྲགས་པའི་གཞི་གྲངས། ཁང་བརྩེགས་དང་ལྗང་ས། ཉེན་ཁ། ལས་གཞི།");

  Addresses addresses(Dataset dataset) {
    return new Addresses(site, Audience.PUBLIC, dataset.id());
  }

  /** When the newest of the datasets last changed. */
  public Instant updatedAt() {
    return datasets.stream().map(Dataset::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
  }
}
