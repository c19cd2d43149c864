package org.linli.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do; each role may do what those before it may. */
public enum Role {
  /** Sees what staff see. */
  VIEWER,
  /** Walks patrols and looks after hazards. */
  STEWARD,
  /** Brings data in, and releases it. */
  EDITOR,
  /** Says who staff are. */
  ADMIN;

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role in the words of the API: {@code viewer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }
}
