package org.linli.ingest;

/** Watches an import and may stop it. Called from the import's own threads. */
public interface ImportProgress {
  /** Nobody watches. */
  ImportProgress NONE =
      new ImportProgress() {
        @Override
        public void update(Stage stage, long rowsRead, long bytesRead, long bytesTotal) {
          // Nobody watches.
        }

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** What an import is doing. */
  enum Stage {
    /** Finding out what the file holds. */
    SURVEYING,
    /** Reading, checking and writing rows. */
    LOADING,
    /** Building the index and making it all visible. */
    COMMITTING
  }

  /**
   * @param rowsRead in this stage
   * @param bytesRead of the file in this stage; 0 for formats that are not read from end to end
   * @param bytesTotal the file's size
   */
  void update(Stage stage, long rowsRead, long bytesRead, long bytesTotal);

  /** Asked now and then; once true, the import stops and leaves nothing behind. */
  boolean isCancelled();
}
