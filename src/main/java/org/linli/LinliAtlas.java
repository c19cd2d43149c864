package org.linli;

/** The program: serves the portal, or runs one command and ends. */
public final class LinliAtlas {
  private LinliAtlas() {}

  public static void main(String[] arguments) {}
}
