package org.linli.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.linli.analysis.CancelledException;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.NotFoundException;
import org.linli.layer.RefusedException;
import org.linli.store.DuplicateCodeException;
import org.linli.store.LayerExistsException;
import org.linli.store.StaleRevisionException;
import org.linli.store.StoreBusyException;
import org.linli.store.StoreException;
import org.linli.store.UnknownLayerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The one place where an exception becomes a problem. */
@ControllerAdvice
final class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  /**
   * @throws Exception the one given, once a part of the answer is under way: then the server cuts
   *     the connection, so that what was sent looks as broken as it is
   */
  @ExceptionHandler
  void handle(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (response.isCommitted()) {
      throw thrown;
    }
    if (thrown instanceof ErrorResponse spring) {
      copy(spring.getHeaders(), response);
    }
    ProblemWriter.write(problem(thrown), request, response);
  }

  private static void copy(HttpHeaders headers, HttpServletResponse response) {
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
  }

  private static Problem problem(Exception thrown) {
    if (thrown instanceof InvalidParameterException invalid) {
      return Problem.of(invalid);
    }
    if (thrown instanceof RefusedException refused) {
      return Problem.of(refused);
    }
    if (thrown instanceof NotFoundException absent) {
      return Problem.of(ProblemKind.NOT_FOUND, absent.detail());
    }
    if (thrown instanceof ProblemException known) {
      return Problem.of(known.kind());
    }
    if (thrown instanceof org.apache.tomcat.util.http.InvalidParameterException) {
      return Problem.of(ProblemKind.BAD_REQUEST);
    }
    if (thrown instanceof StoreException store) {
      return ofStore(store);
    }
    return thrown instanceof ErrorResponse spring
        ? Problem.ofStatus(spring.getStatusCode().value())
        : unexpected(thrown);
  }

  /**
   * The messages of the store's own refusals are fit for a person; those of its failures are not.
   */
  private static Problem ofStore(StoreException thrown) {
    if (thrown instanceof StoreBusyException) {
      return Problem.of(ProblemKind.BUSY);
    }
    if (thrown instanceof UnknownLayerException) {
      return Problem.of(ProblemKind.NOT_FOUND, thrown.detail());
    }
    boolean conflict =
        thrown instanceof StaleRevisionException
            || thrown instanceof DuplicateCodeException
            || thrown instanceof LayerExistsException;
    return conflict ? Problem.of(ProblemKind.CONFLICT, thrown.detail()) : unexpected(thrown);
  }

  private static Problem unexpected(Exception thrown) {
    if (thrown instanceof ClientAbortException || thrown instanceof CancelledException) {
      LOG.debug("A client went away before its answer began.");
    } else {
      LOG.error("A request failed.", thrown);
    }
    return Problem.of(ProblemKind.INTERNAL);
  }
}
