package org.closeknit.agency;

import java.util.UUID;

/** A person who works at an agency and signs in here. */
public record StaffId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
