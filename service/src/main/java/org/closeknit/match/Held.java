package org.closeknit.match;

import org.closeknit.linkage.Person;
import org.closeknit.person.AgencyId;
import org.closeknit.person.ChildId;
import org.closeknit.person.RecordId;

/**
 * A record with what the engine is told of its person. The mother's name comes from her own record.
 */
public record Held(PersonRecord record, String motherName) {
  public RecordId id() {
    return record.id();
  }

  public ChildId child() {
    return record.child();
  }

  public AgencyId keeper() {
    return record.keeper();
  }

  public PersonKind kind() {
    return record.says().kind();
  }

  Held nowOf(ChildId child) {
    return new Held(new PersonRecord(record.id(), child, record.says()), motherName);
  }

  Person person() {
    return Seat.of(this).person();
  }
}
