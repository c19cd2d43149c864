package org.linli.http;

import org.linli.layer.RefusedException;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was refused, with the words for it. */
final class SignInProblem extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final RefusedException refusal;

  SignInProblem(RefusedException refusal) {
    super(refusal.getMessage());
    this.refusal = refusal;
  }

  RefusedException refusal() {
    return refusal;
  }
}
