package org.linli.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.linli.encode.Representation;
import org.linli.ogcapi.StoredTiles;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets the requests for {@link StoredTiles} by on a short way: finding a handler and its arguments
 * among all there are takes as long as encoding hundreds of features. It comes after the filters
 * that every answer needs, and the answer is sent as any other; a request that is not quite one of
 * these goes the long way.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class TileDoor extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient StoredTiles tiles;
  private final transient Responder responder;

  TileDoor(StoredTiles tiles, Responder responder) {
    this.tiles = tiles;
    this.responder = responder;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Representation> tile =
        request.getMethod().equals("GET")
            ? tiles.find(request.getRequestURI(), request.getQueryString())
            : Optional.empty();
    if (tile.isPresent()) {
      responder.send(tile.get(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
