package org.linli.ingest.values;

import org.linli.layer.Keys;

/** Watches whether the values of a column could be the rows' keys: all there, all different. */
public final class KeyWatch {
  private final HashedTexts texts = new HashedTexts();
  private boolean usable = true;
  private long seen;

  public void see(String value) {
    seen++;
    usable = usable && Keys.isKey(value) && texts.add(value);
  }

  /** Whether each of so many rows had a value that no other row had. */
  public boolean isKey(long rows) {
    return usable && rows > 0 && seen == rows;
  }
}
