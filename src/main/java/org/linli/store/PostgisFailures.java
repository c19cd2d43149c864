package org.linli.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.layer.LocalText;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the server answers into what a person can act on, by its state code. */
final class PostgisFailures {
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String OTHERS_DEPEND_ON_IT = "2BP01";
  private static final String UNDEFINED_TABLE = "42P01";
  private static final String NOT_ALLOWED = "42501";

  /** The server quotes the key in every language alike. */
  private static final Pattern CODE = Pattern.compile("\\(code\\)=\\((.*)\\)", Pattern.DOTALL);

  private PostgisFailures() {}

  static StoreException of(SQLException failed) {
    String message = failed.getMessage();
    return switch (String.valueOf(failed.getSQLState())) {
      case LOCK_NOT_AVAILABLE -> new StoreBusyException();
      case OTHERS_DEPEND_ON_IT -> builtUpon(failed, detail(failed).orElse(message));
      case NOT_ALLOWED -> notAllowed(failed, message);
      default -> StoreException.failed(failed);
    };
  }

  /** The same where rows of a layer are written, so that two may share a code. */
  static StoreException of(SQLException failed, String layerId) {
    if (!UNIQUE_VIOLATION.equals(failed.getSQLState())) {
      return of(failed);
    }
    return DuplicateCodeException.of(
        layerId, detail(failed).map(PostgisFailures::code).orElse("?"));
  }

  private static StoreException builtUpon(SQLException failed, String detail) {
    return new StoreException(
        new LocalText(
            "数据库中有别的对象（例如视图）依赖此图层的表：请先删除它，或用 upsert 代替 replace。" + detail,
            "Something else in the database, such as a view, is built on the layer's table: drop it"
                + " first, or use upsert instead of replace. "
                + detail,
            "གཞི་གྲངས་མཛོད་ནང་དངོས་པོ་གཞན་ཞིག (དཔེར་ན་ view) བང་རིམ་འདིའི་རེའུ་མིག་ལ་བརྟེན་ཡོད། དེ་སྔོན་ལ་བསུབ་པའམ་"
                + " replace ཀྱི་ཚབ་ཏུ་ upsert སྤྱོད་རོགས། "
                + detail),
        failed);
  }

  private static StoreException notAllowed(SQLException failed, String message) {
    String schema = PostgisDatabase.SCHEMA;
    return new StoreException(
        new LocalText(
            "数据库不允许此操作：请给门户的数据库用户授权，或让它成为模式 " + schema + " 的所有者。" + message,
            "The database does not allow it: give the portal's user the right, or make it the"
                + " owner of the schema "
                + schema
                + ". "
                + message,
            "གཞི་གྲངས་མཛོད་ཀྱིས་མི་ཆོག སྒོ་འགྲམ་གྱི་སྤྱོད་མཁན་ལ་དབང་ཆ་སྤྲོད་པའམ་ "
                + schema
                + " ཡི་བདག་པོར་འཇོག་རོགས། "
                + message),
        failed);
  }

  private static String code(String detail) {
    Matcher found = CODE.matcher(detail);
    return found.find() ? found.group(1) : detail;
  }

  private static Optional<String> detail(SQLException failed) {
    return failed instanceof PSQLException answered
        ? Optional.ofNullable(answered.getServerErrorMessage()).map(ServerErrorMessage::getDetail)
        : Optional.empty();
  }

  static boolean isNoTable(SQLException failed) {
    return UNDEFINED_TABLE.equals(failed.getSQLState());
  }

  static boolean isBusy(SQLException failed) {
    return LOCK_NOT_AVAILABLE.equals(failed.getSQLState());
  }
}
