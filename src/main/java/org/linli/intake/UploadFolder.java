package org.linli.intake;

import java.nio.file.Path;

/** Where uploaded files lie until their import is over. */
public record UploadFolder(Path path) {}
