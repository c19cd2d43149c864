package org.linli.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.Site;
import org.linli.encode.Link;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/**
 * What every request here says of itself.
 *
 * @param url the address that was asked, without the query, as the world knows it
 * @param making what every address must say so that the layer is made as it was for this request;
 *     empty for a layer of the store
 * @param makers the names of the parameters that decide how the layer is made
 */
record Asked(
    String url,
    Place place,
    Format format,
    Locale language,
    Audience audience,
    Parameters parameters,
    Map<String, String> making,
    Set<String> makers) {
  /** The parameters that every resource takes. */
  static final Set<String> COMMON = Set.of("f", "lang");

  private static final List<String> LANGUAGES = List.of("zh", "en", "bo");

  static Asked by(
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters)
      throws HttpMediaTypeNotAcceptableException {
    return in(Format.of(request, parameters), request, site, audience, language, parameters);
  }

  /**
   * For a resource that is JSON whatever the client prefers.
   *
   * @param format the value of {@code f} that names it
   */
  static Asked inJson(
      String format,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    parameters.oneOf("f", List.of(format));
    return in(Format.JSON, request, site, audience, language, parameters);
  }

  private static Asked in(
      Format format,
      HttpServletRequest request,
      Site site,
      Audience audience,
      Locale language,
      Parameters parameters) {
    parameters.oneOf("lang", LANGUAGES);
    return new Asked(
        site.at(request.getRequestURI().substring(request.getContextPath().length())),
        Place.of(site, audience),
        format,
        language,
        audience,
        parameters,
        Map.of(),
        Set.of());
  }

  /** This request, whose answer is about a layer: all its links lead to that one. */
  Asked about(ServedLayer layer) {
    return new Asked(
        url, place, format, language, audience, parameters, layer.making(), layer.parameters());
  }

  /** This request, which has no parameter but the common ones and those that make the layer. */
  Asked withoutParameters() {
    parameters.requireOnly(withMakers(COMMON));
    return this;
  }

  /** Some parameters, and those that make the layer. */
  Set<String> withMakers(Set<String> others) {
    Set<String> all = new HashSet<>(others);
    all.addAll(makers);
    return all;
  }

  boolean wantsHtml() {
    return format == Format.HTML;
  }

  /** The link to this document, or to its other format. */
  Link linkTo(Format other, String type) {
    return new Link(address(other), other == format ? "self" : "alternate", type);
  }

  /** The address of this request with every parameter it had, in a format. */
  String address(Format wanted) {
    return address(Map.of("f", wanted.parameter()));
  }

  /** The address of this request with every parameter it had, but for those given. */
  String address(Map<String, String> changed) {
    Map<String, String> query = new LinkedHashMap<>(query());
    query.putAll(new TreeMap<>(changed));
    return Place.withQuery(url, query);
  }

  String addressWithout(String parameter) {
    Map<String, String> query = new LinkedHashMap<>(query());
    query.remove(parameter);
    return Place.withQuery(url, query);
  }

  /** Another address about the same layer, with some parameters of its own first. */
  String other(String address, String... namesAndValues) {
    Map<String, String> query = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    query.putAll(making);
    return Place.withQuery(address, query);
  }

  /** Another document as a page, in the language that was asked for by name. */
  String page(String address) {
    Map<String, String> query = new LinkedHashMap<>();
    if (place.isOfOneLayer(address)) {
      query.putAll(making);
    }
    query.put("f", Format.HTML.parameter());
    parameters.find("lang").ifPresent(lang -> query.put("lang", lang));
    return Place.withQuery(address, query);
  }

  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    parameters.names().forEach(name -> parameters.find(name).ifPresent(v -> query.put(name, v)));
    query.putAll(making);
    return query;
  }
}
