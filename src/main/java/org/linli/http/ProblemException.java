package org.linli.http;

/** A request that is refused in the general words of one kind of problem. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;

  ProblemException(ProblemKind kind) {
    super(kind.detail().en());
    this.kind = kind;
  }

  ProblemKind kind() {
    return kind;
  }
}
