package org.closeknit.enquiry;

import java.time.Instant;

/** How to reach an agency, in office hours and out of them. */
public record Contact(String name, String officePhone, String officeHours, String emergencyPhone) {

  /**
   * The number that answers at a moment.
   *
   * @param words when it answers
   * @param otherwise the other number and when that answers, or blank
   */
  public record Line(String phone, String words, String otherwise) {}

  public Line answering(Instant now) {
    OfficeHours hours = OfficeHours.read(officeHours);
    boolean open = hours.openAt(now);
    if (emergencyPhone.isBlank() || (open && !officePhone.isBlank())) {
      return new Line(
          officePhone,
          open ? "Office hours, open now until " + hours.closesAt(now) + "." : "Office hours only.",
          open && !emergencyPhone.isBlank()
              ? "after " + hours.closesAt(now) + ": " + emergencyPhone
              : "");
    }
    return new Line(
        emergencyPhone,
        hours.known() ? "Out of hours, answered now." : "Answered at any hour.",
        officePhone.isBlank() || !hours.known()
            ? ""
            : "office hours, " + hours.words() + ": " + officePhone);
  }
}
