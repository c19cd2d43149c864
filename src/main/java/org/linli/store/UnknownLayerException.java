package org.linli.store;

import org.linli.layer.LocalText;

/** There is no layer of that id. */
public final class UnknownLayerException extends StoreException {
  private static final long serialVersionUID = 1L;

  private UnknownLayerException(LocalText detail) {
    super(detail);
  }

  public static UnknownLayerException of(String layerId) {
    return new UnknownLayerException(
        new LocalText(
            "没有图层「" + layerId + "」。",
            "There is no layer " + layerId + ".",
            "བང་རིམ་ «" + layerId + "» མེད།"));
  }
}
