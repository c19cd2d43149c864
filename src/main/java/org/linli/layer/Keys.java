package org.linli.layer;

/** What a feature's key, {@code code}, may look like: it is part of a URL and of file names. */
public final class Keys {
  private static final int LONGEST = 200;

  private Keys() {}

  public static boolean isKey(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST
        && !text.equals(".")
        && !text.equals("..")
        && text.chars().noneMatch(Keys::isForbidden);
  }

  private static boolean isForbidden(int c) {
    return c == '/' || c == '\\' || c == ';' || Character.isISOControl(c);
  }
}
