package org.linli.portal;

import java.nio.file.Path;

/** Where files are built before they are sent; what is in it is gone at the next start. */
public record ScratchFolder(Path path) {}
