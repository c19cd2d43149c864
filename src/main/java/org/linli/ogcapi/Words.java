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
  MAP(new LocalText("地图", "Map", "ས་ཁྲ།")),
  LAYERS(new LocalText("图层", "Layers", "བང་རིམ།")),
  FEATURES(new LocalText("要素", "Features", "ཁྱད་རྣམ།")),
  CONFORMANCE(new LocalText("符合的标准", "Standards conformed to", "བསྟུན་པའི་ཚད་གཞི།")),
  API(new LocalText("接口说明", "API description", "མཐུད་ཁའི་འགྲེལ་བཤད།")),
  SCHEMA(new LocalText("字段结构", "Schema", "ཁོངས་ཀྱི་སྒྲོམ་གཞི།")),
  QUERYABLES(new LocalText("可过滤的字段", "Fields to filter by", "འཚག་ཆོག་པའི་ཁོངས།")),
  SORTABLES(new LocalText("可排序的字段", "Fields to sort by", "རིམ་སྒྲིག་ཆོག་པའི་ཁོངས།")),
  FIELDS(new LocalText("字段", "Fields", "ཁོངས།")),
  CODE(new LocalText("编码", "Code", "ཨང་རྟགས།")),
  EXTENT(new LocalText("范围（西, 南, 东, 北）", "Extent (west, south, east, north)", "ས་ཁོངས།")),
  TIME(new LocalText("时间", "Time", "དུས་ཚོད།")),
  SYSTEMS(new LocalText("坐标参照系", "Coordinate reference systems", "ཚད་གཞིའི་མ་ལག")),
  STORED_IN(new LocalText("存储的坐标参照系", "Stored in", "ཉར་བའི་ཚད་གཞི།")),
  LICENCE(new LocalText("许可", "Licence", "ཆོག་མཆན།")),
  FILE(new LocalText("整层下载（GeoJSON）", "The whole layer as GeoJSON", "ཆ་ཚང་ཕབ་ལེན། (GeoJSON)")),
  TILES(new LocalText("矢量瓦片", "Vector tiles", "ས་ཁྲའི་ཆ།")),
  GEOMETRY(new LocalText("位置", "Geometry", "གནས།")),
  MATCHED(new LocalText("总数", "Total", "ཁྱོན་བསྡོམས།")),
  NO_FEATURES(new LocalText("这里没有要素。", "There are no features here.", "འདིར་ཁྱད་རྣམ་མེད།")),
  FIRST_PAGE(new LocalText("第一页", "First page", "ཤོག་ངོས་དང་པོ།")),
  NEXT_PAGE(new LocalText("下一页", "Next page", "ཤོག་ངོས་རྗེས་མ།")),
  YES(new LocalText("是", "yes", "རེད།")),
  NO(new LocalText("否", "no", "མིན།")),
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
