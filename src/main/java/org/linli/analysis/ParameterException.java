package org.linli.analysis;

/** A parameter that an analysis cannot take; the message names it and says what is allowed. */
public final class ParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final String parameter;

  public ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }
}
