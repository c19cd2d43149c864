package org.linli.layer;

import java.util.List;

/** A parameter of a request is not usable; the detail says why and what to give instead. */
public final class InvalidParameterException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final LocalText detail;
  private final List<String> allowed;

  public InvalidParameterException(String parameter, LocalText detail) {
    this(parameter, detail, List.of());
  }

  /**
   * @param allowed what would have been accepted, when that is a list
   */
  public InvalidParameterException(String parameter, LocalText detail, List<String> allowed) {
    super(detail.en());
    this.parameter = parameter;
    this.detail = detail;
    this.allowed = List.copyOf(allowed);
  }

  public String parameter() {
    return parameter;
  }

  @Override
  public LocalText detail() {
    return detail;
  }

  public List<String> allowed() {
    return allowed;
  }
}
