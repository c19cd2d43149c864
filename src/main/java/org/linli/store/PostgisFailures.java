package org.linli.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      case LOCK_NOT_AVAILABLE ->
          new StoreBusyException(
              "Another writer, perhaps an import, holds the layer: try again in a moment.");
      case OTHERS_DEPEND_ON_IT ->
          new StoreException(
              "Something else in the database, such as a view, is built on the layer's table: drop it"
                  + " first, or use upsert instead of replace. "
                  + detail(failed).orElse(message),
              failed);
      case NOT_ALLOWED ->
          new StoreException(
              "The database does not allow it: give the portal's user the right, or make it the"
                  + " owner of the schema "
                  + PostgisDatabase.SCHEMA
                  + ". "
                  + message,
              failed);
      default -> new StoreException("The store could not do it: " + message, failed);
    };
  }

  /** The same where rows of a layer are written, so that two may share a code. */
  static StoreException of(SQLException failed, String layerId) {
    if (!UNIQUE_VIOLATION.equals(failed.getSQLState())) {
      return of(failed);
    }
    return new DuplicateCodeException(
        "Layer %s has a feature %s already: give another code, or use upsert."
            .formatted(layerId, detail(failed).map(PostgisFailures::code).orElse("of that code")));
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
