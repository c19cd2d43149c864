package org.linli.layer;

/** What a request names is not there, or not there for this audience. */
public final class NotFoundException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private final LocalText detail;

  public NotFoundException(LocalText detail) {
    super(detail.en());
    this.detail = detail;
  }

  /** There is no such layer for this audience. */
  public static NotFoundException ofLayer(String id) {
    return new NotFoundException(
        new LocalText(
            "没有图层「" + id + "」。可用的图层见 /ogc/collections。",
            "There is no layer «" + id + "». The layers are listed at /ogc/collections.",
            "བང་རིམ་ «" + id + "» མེད། ཡོད་པའི་བང་རིམ་ /ogc/collections ལ་གཟིགས།"));
  }

  /** There is no such feature in the layer for this audience. */
  public static NotFoundException ofFeature(String layerId, String code) {
    return new NotFoundException(
        new LocalText(
            "图层「" + layerId + "」中没有编码为「" + code + "」的要素。",
            "Layer «" + layerId + "» has no feature with the code «" + code + "».",
            "བང་རིམ་ «" + layerId + "» ནང་ཨང་རྟགས་ «" + code + "» མེད།"));
  }

  /** There is no such import, or it is long over. */
  public static NotFoundException ofImport(String id) {
    return new NotFoundException(
        new LocalText(
            "没有导入任务「" + id + "」，或者它早已结束。任务列表见 /staff/api/imports。",
            "There is no import «" + id + "», or it is long over. /staff/api/imports lists them.",
            "ནང་འདྲེན་ «" + id + "» མེད། /staff/api/imports ལ་གཟིགས།"));
  }

  @Override
  public LocalText detail() {
    return detail;
  }
}
