package org.closeknit.signin;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A key or certificate by which a system proves itself. {@code goodUntil} is a certificate's own
 * end.
 */
public record SystemKey(
    UUID id,
    String clientId,
    String kind,
    String thumbprint,
    Instant addedAt,
    Optional<Instant> goodUntil) {
  private static final int SHOWN_BYTES = 8;

  /** The beginning of its SHA-256, as a person compares it. */
  static String shown(byte[] thumbprint) {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(thumbprint, 0, SHOWN_BYTES);
  }
}
