package org.linli.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what failed outside of any handler. */
@Controller
final class ErrorPage implements ErrorController {

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void report(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return; // Too late to say anything: the server cuts the connection after this.
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int known = status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    ProblemWriter.write(Problem.ofStatus(known), request, response);
  }
}
