package org.closeknit.journeys.families;

import java.time.LocalDate;

/** Where a family lives from a day on. */
record Home(String street, String town, String postcode, LocalDate from) {

  String address() {
    return street + ", " + town;
  }

  @Override
  public String toString() {
    return "Home[***]";
  }
}
