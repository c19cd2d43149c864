package org.linli.layer;

import java.util.Optional;

/** One entry of a field's code list. The colour, when given, is {@code #rrggbb}. */
public record Code(String code, LocalText title, Optional<String> colour) {}
