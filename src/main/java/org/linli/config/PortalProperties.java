package org.linli.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portal's own settings.
 *
 * @param home the folder that holds everything the portal keeps
 * @param demo whether a home without any data starts with the demo
 */
@ConfigurationProperties("linli")
public record PortalProperties(
    @DefaultValue("./linli-home") Path home, @DefaultValue("true") boolean demo) {}
