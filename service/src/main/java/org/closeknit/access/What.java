package org.closeknit.access;

import org.closeknit.person.AgencyId;
import org.closeknit.person.AgencyRecord;
import org.closeknit.person.ChildRecords;
import org.closeknit.person.Handling;
import org.closeknit.person.Restriction;

/**
 * One kind of thing of one agency's record, as its sender handles it.
 *
 * @param restriction of the record that it hangs on
 * @param sealed whether somebody who answers for the person's safety restricts a record of them
 * @param former whether the sender's records are of who the child was before an adoption
 */
record What(
    Item item,
    AgencyId sender,
    Restriction restriction,
    boolean sealed,
    boolean former,
    Handling handling) {
  /** Of a record that nobody restricts, of a person whom nobody seals. */
  static What open(Item item, AgencyId sender, Handling handling) {
    return new What(item, sender, Restriction.NONE, false, false, handling);
  }

  static What of(
      Item item, AgencyRecord record, boolean sealed, ChildRecords child, Handling handling) {
    boolean former = Seal.isFormerIdentity(child, record.keeper());
    return new What(item, record.keeper(), record.restriction(), sealed, former, handling);
  }

  What of(Item another) {
    return new What(another, sender, restriction, sealed, former, handling);
  }
}
