package org.linli.store;

import java.util.List;
import org.linli.layer.LocalText;

/** Names of tables that belong to the store, its file format or its database. */
final class ReservedNames {
  private static final List<String> PREFIXES = List.of("linli_", "gpkg_", "rtree_", "sqlite_");

  private ReservedNames() {}

  /**
   * @throws StoreException if a layer cannot have this id on any store
   */
  static void refuse(String layerId) {
    for (String prefix : PREFIXES) {
      if (layerId.startsWith(prefix)) {
        throw reserved(layerId, prefix);
      }
    }
  }

  private static StoreException reserved(String layerId, String prefix) {
    return new StoreException(
        new LocalText(
            "不能用图层标识「%s」：以 %s 开头的名称属于数据存储本身，请换一个。".formatted(layerId, prefix),
            "Layer id «%s» is not usable: names that begin with %s belong to the store; choose another."
                .formatted(layerId, prefix),
            "བང་རིམ་གྱི་མིང་ «%s» སྤྱོད་མི་རུང་། %s ཡིས་འགོ་འཛུགས་པའི་མིང་ནི་གཞི་གྲངས་མཛོད་ཀྱི་ཡིན། གཞན་ཞིག་འདེམས་རོགས།"
                .formatted(layerId, prefix)));
  }
}
