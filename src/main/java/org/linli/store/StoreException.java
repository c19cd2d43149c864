package org.linli.store;

import org.linli.layer.Explained;
import org.linli.layer.LocalText;

/** The store could not do what was asked; nothing was written. The message is fit for a person. */
public class StoreException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private final LocalText detail;

  public StoreException(LocalText detail) {
    this(detail, null);
  }

  public StoreException(LocalText detail, Throwable cause) {
    super(detail.en(), cause);
    this.detail = detail;
  }

  /** A failure of the database that is told in its own words. */
  static StoreException failed(Exception failed) {
    String why = failed.getMessage();
    return new StoreException(
        new LocalText(
            "数据存储未能完成此操作：" + why,
            "The store could not do it: " + why,
            "གཞི་གྲངས་མཛོད་ཀྱིས་བསྒྲུབ་མ་ཐུབ། " + why),
        failed);
  }

  static StoreException madeByNewer() {
    return new StoreException(
        new LocalText(
            "此数据存储由更新版本的门户建立：请使用该版本或更新的版本。",
            "This store was made by a newer version of the portal: use that version or a later one.",
            "གཞི་གྲངས་མཛོད་འདི་པར་གཞི་གསར་བ་ཞིག་གིས་བཟོས་པ་རེད། པར་གཞི་དེའམ་དེ་ལས་གསར་བ་སྤྱོད་རོགས།"));
  }

  @Override
  public LocalText detail() {
    return detail;
  }
}
