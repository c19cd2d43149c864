package org.linli.store;

import org.linli.layer.LocalText;

/** Another writer holds the store; try again later. */
public final class StoreBusyException extends StoreException {
  private static final long serialVersionUID = 1L;

  StoreBusyException() {
    super(
        new LocalText(
            "另一个写入者（可能是一次导入）正占用数据存储：请稍后再试。",
            "Another writer, perhaps an import, holds the store: try again in a moment.",
            "འབྲི་མཁན་གཞན་ཞིག (ནང་འདྲེན་ཡིན་སྲིད།) གིས་གཞི་གྲངས་མཛོད་བཟུང་འདུག ཅུང་ཙམ་རྗེས་ཡང་བསྐྱར་ཚོད་ལྟ་བྱེད་རོགས།"));
  }
}
