package org.linli.ingest;

/** What a job does: an import or a check, with all that belongs to it where it runs. */
public interface ImportWork {

  /**
   * @param check whether nothing is to be written
   */
  ImportReport run(ImportRequest request, boolean check, ImportProgress progress);
}
