package org.linli.ogcapi;

import java.util.Locale;
import org.linli.layer.LocalText;

/** What the API's pages and documents say themselves, beside the data. */
enum Words {
  PORTAL(new LocalText("邻里图", "Linli Atlas", "ཁྱིམ་མཚེས་ས་ཁྲ།")),
  PORTAL_DESCRIPTION(
      new LocalText(
          "社区的图层：人人可读，人人可用。",
          "The layers of the community, for anyone to read and use.",
          "སྡེ་ཁུལ་གྱི་བང་རིམ། སུས་ཀྱང་ཀློག་ཆོག་ལ་སྤྱོད་ཆོག")),
  COUNT_FIELD(
      new LocalText(
          "这一点代表多少个要素", "How many features this point stands for", "ཚེག་འདིས་མཚོན་པའི་གྲངས།"));

  private final LocalText text;

  Words(LocalText text) {
    this.text = text;
  }

  String in(Locale language) {
    return text.in(language);
  }
}
