package org.linli.store;

import org.linli.layer.LocalText;

/** There is a layer of that id already. */
public final class LayerExistsException extends StoreException {
  private static final long serialVersionUID = 1L;

  private LayerExistsException(LocalText detail) {
    super(detail);
  }

  public static LayerExistsException of(String layerId) {
    return new LayerExistsException(
        new LocalText(
            "图层「" + layerId + "」已经存在。",
            "There is a layer " + layerId + " already.",
            "བང་རིམ་ «" + layerId + "» ཡོད་ཟིན།"));
  }
}
