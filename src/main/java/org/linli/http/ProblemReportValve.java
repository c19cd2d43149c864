package org.linli.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * Reports what never reached a handler, such as a request line with characters that a URI cannot
 * have, as a problem too. An answer that failed under way is cut off by the class above.
 */
public final class ProblemReportValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      ProblemWriter.write(Problem.ofStatus(status), request.getRequest(), response.getResponse());
      response.finishResponse();
    } catch (IOException gone) {
      container.getLogger().debug("A client went away before its problem was written.", gone);
    }
  }
}
