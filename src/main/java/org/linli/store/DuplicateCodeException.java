package org.linli.store;

import org.linli.layer.LocalText;

/** Two features of one layer would share a code. */
public final class DuplicateCodeException extends StoreException {
  private static final long serialVersionUID = 1L;

  private DuplicateCodeException(LocalText detail) {
    super(detail);
  }

  public static DuplicateCodeException of(String layerId, String code) {
    return new DuplicateCodeException(
        new LocalText(
            "图层「%s」中已有编码为「%s」的要素：请换一个编码，或用 upsert 方式导入。".formatted(layerId, code),
            "Layer %s has a feature %s already: give another code, or use upsert."
                .formatted(layerId, code),
            "བང་རིམ་ «%s» ནང་ཨང་རྟགས་ «%s» ཡོད་ཟིན། ཨང་རྟགས་གཞན་ཞིག་སྤྱོད་པའམ་ upsert སྤྱོད་རོགས།"
                .formatted(layerId, code)));
  }
}
