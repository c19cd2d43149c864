package org.linli.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Gives every request a {@link ClientWatch}, which needs what only the server's own parts see. */
final class ClientValve extends ValveBase {

  ClientValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    request.setAttribute(ClientWatch.NAME, new ClientWatch(request.getCoyoteRequest()));
    getNext().invoke(request, response);
  }
}
