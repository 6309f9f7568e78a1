package org.closeknit.person;

/** The short, lasting name of an agency, as in {@code northmere-council}. */
public record AgencyId(String value) {
  public AgencyId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an agency's id is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
