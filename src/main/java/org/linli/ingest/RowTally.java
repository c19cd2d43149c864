package org.linli.ingest;

/** Counts what became of the rows. Written by the thread that checks them. */
final class RowTally {
  private long accepted;
  private long repaired;
  private long leftOut;
  private long refused;

  void accept() {
    accepted++;
  }

  void repair() {
    repaired++;
  }

  void leaveOut() {
    leftOut++;
  }

  void refuse() {
    refused++;
  }

  long accepted() {
    return accepted;
  }

  long repaired() {
    return repaired;
  }

  long leftOut() {
    return leftOut;
  }

  long refused() {
    return refused;
  }
}
