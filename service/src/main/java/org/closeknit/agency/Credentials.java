package org.closeknit.agency;

import java.util.Optional;

/** What sign-in compares with: hashes, and the shared secret of the one-time codes, if any. */
public record Credentials(Staff staff, String passwordHash, Optional<String> totpSecret) {
  @Override
  public String toString() {
    return "Credentials[" + staff.id() + "]";
  }
}
