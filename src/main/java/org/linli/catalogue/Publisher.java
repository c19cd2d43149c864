package org.linli.catalogue;

import java.util.Optional;

/**
 * Who answers for the data.
 *
 * @param contact an address of e-mail or the web where they can be asked; empty if nowhere
 */
public record Publisher(String name, Optional<String> contact) {

  /** The contact as an address that a program can open. */
  public Optional<String> contactUri() {
    return contact.map(address -> isMail(address) ? "mailto:" + address : address);
  }

  /** The contact, if it is one of e-mail. */
  public Optional<String> mail() {
    return contact.filter(Publisher::isMail).map(address -> "mailto:" + address);
  }

  private static boolean isMail(String address) {
    return !address.startsWith("http");
  }
}
