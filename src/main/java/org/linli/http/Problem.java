package org.linli.http;

import java.util.List;
import java.util.Optional;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.RefusedException;

/**
 * An error as the portal tells it (RFC 9457).
 *
 * @param status the kind's own, but for statuses that only an unnamed kind stands for
 * @param parameter the parameter at fault
 * @param allowed what that parameter would have accepted, when that is a list
 */
record Problem(
    ProblemKind kind,
    int status,
    LocalText detail,
    Optional<String> parameter,
    List<String> allowed) {

  static Problem of(ProblemKind kind) {
    return of(kind, kind.detail());
  }

  static Problem of(ProblemKind kind, LocalText detail) {
    return new Problem(kind, kind.status(), detail, Optional.empty(), List.of());
  }

  static Problem of(InvalidParameterException invalid) {
    ProblemKind kind = ProblemKind.INVALID_PARAMETER;
    return new Problem(
        kind, kind.status(), invalid.detail(), Optional.of(invalid.parameter()), invalid.allowed());
  }

  static Problem of(RefusedException refused) {
    ProblemKind kind = ProblemKind.ofStatus(refused.status());
    return new Problem(kind, refused.status(), refused.detail(), Optional.empty(), List.of());
  }

  /** An error that is known by its status only. */
  static Problem ofStatus(int status) {
    ProblemKind kind = ProblemKind.ofStatus(status);
    return new Problem(kind, status, kind.detail(), Optional.empty(), List.of());
  }
}
