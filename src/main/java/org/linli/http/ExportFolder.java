package org.linli.http;

import java.nio.file.Path;

/** Where finished exports are kept; nothing else may be in it. */
public record ExportFolder(Path path) {}
