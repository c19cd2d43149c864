package org.linli.store;

import org.linli.layer.LocalText;

/** A feature was changed by somebody else since it was read. */
public final class StaleRevisionException extends StoreException {
  private static final long serialVersionUID = 1L;

  private StaleRevisionException(LocalText detail) {
    super(detail);
  }

  public static StaleRevisionException of(String layerId, String code, int revision) {
    return new StaleRevisionException(
        new LocalText(
            "图层「%s」的要素「%s」已不是第 %d 版：请重新读取后再修改。".formatted(layerId, code, revision),
            "Feature %s of layer %s is not at revision %d any more: read it again, then edit it."
                .formatted(code, layerId, revision),
            "བང་རིམ་ «%s» ཀྱི་ «%s» ནི་པར་གཞི་ %d པ་མ་རེད། བསྐྱར་དུ་ཀློག་རྗེས་བཟོ་བཅོས་བྱེད་རོགས།"
                .formatted(layerId, code, revision)));
  }
}
