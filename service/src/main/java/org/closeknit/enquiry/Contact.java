package org.closeknit.enquiry;

import java.time.Instant;

/** How to reach an agency, in office hours and out of them. */
public record Contact(String name, String officePhone, String officeHours, String emergencyPhone) {

  /**
   * The number that answers at a moment.
   *
   * @param words when it answers
   * @param outOfHours whether the office is known to be closed, and another number answers
   * @param otherwise when the other number answers, or blank
   * @param otherPhone the other number, or blank
   */
  public record Line(
      String phone, String words, boolean outOfHours, String otherwise, String otherPhone) {}

  public Line answering(Instant now) {
    OfficeHours hours = OfficeHours.read(officeHours);
    boolean open = hours.openAt(now);
    if (emergencyPhone.isBlank() || (open && !officePhone.isBlank())) {
      boolean later = open && !emergencyPhone.isBlank();
      return new Line(
          officePhone,
          open ? "Office hours, open now until " + hours.closesAt(now) + "." : "Office hours only.",
          false,
          later ? "after " + hours.closesAt(now) : "",
          later ? emergencyPhone : "");
    }
    boolean byDay = !officePhone.isBlank() && hours.known();
    return new Line(
        emergencyPhone,
        hours.known() ? "Out of hours, answered now." : "Answered at any hour.",
        hours.known(),
        byDay ? "office hours, " + hours.words() : "",
        byDay ? officePhone : "");
  }
}
