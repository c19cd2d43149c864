package org.linli.store;

import java.util.Optional;
import org.linli.layer.LocalText;

/**
 * Where a PostgreSQL database is.
 *
 * @param url as the driver wants it: {@code jdbc:postgresql://host:port/database}, parameters after
 *     a question mark
 * @param user and {@code password}: empty if the URL has them or the server wants none
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
  private static final String SCHEME = "jdbc:postgresql:";

  /**
   * @throws StoreException if the URL is none of PostgreSQL
   */
  public DatabaseAddress {
    if (!url.startsWith(SCHEME)) {
      throw new StoreException(
          new LocalText(
              "数据库地址不是 PostgreSQL 的：请写成 spring.datasource.url=jdbc:postgresql://主机/数据库；"
                  + "不写则数据存于数据目录中的一个文件。",
              "The database address is none of PostgreSQL: write"
                  + " spring.datasource.url=jdbc:postgresql://host/database, or leave it out to keep"
                  + " the data in one file of the home.",
              "གཞི་གྲངས་མཛོད་ཀྱི་སྡོད་གནས་ནི་ PostgreSQL ཡི་མ་རེད།"
                  + " spring.datasource.url=jdbc:postgresql://host/database ཞེས་འབྲི་རོགས། མ་བྲིས་ན་"
                  + " གཞི་གྲངས་ཁྱིམ་གྱི་ཡིག་ཆ་གཅིག་ཏུ་ཉར་ངེས།"));
    }
  }

  /** The address that settings give; a blank one, as of an unset variable, is none. */
  public static Optional<DatabaseAddress> find(
      Optional<String> url, Optional<String> user, Optional<String> password) {
    return given(url).map(there -> new DatabaseAddress(there, given(user), given(password)));
  }

  private static Optional<String> given(Optional<String> setting) {
    return setting.filter(text -> !text.isBlank());
  }

  /** The server and database, without parameters, which may hold secrets. */
  @Override
  public String toString() {
    return url.substring(SCHEME.length()).replaceFirst("\\?.*", "");
  }
}
