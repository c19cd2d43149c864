package org.linli.http;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.linli.analysis.Cancellation;

/**
 * Whether the client of a request has closed its connection. The server notices only when it reads
 * or writes; so this has it look, without waiting, whether there is something to read. It is asked
 * on the request's own thread, before any answer is begun, and after the request's body was read.
 *
 * <p>The server says of a connection that was closed, as of one with the next request on it, that
 * something is there. Of the next request it says so once, since it has taken it in then; of a
 * closed connection, each time.
 */
final class ClientWatch implements Cancellation {
  static final String NAME = ClientWatch.class.getName();

  private final Request request;

  ClientWatch(Request request) {
    this.request = request;
  }

  @Override
  public boolean isCancelled() {
    return hasInput() && hasInput();
  }

  private boolean hasInput() {
    request.setAvailable(0);
    request.action(ActionCode.AVAILABLE, Boolean.TRUE);
    return request.getAvailable() > 0;
  }
}
