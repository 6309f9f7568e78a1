package org.closeknit.review;

import org.closeknit.access.Item;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;

/**
 * Something that hangs on a record and makes an answer about it matter.
 *
 * @param words a whole sentence that tells of it, for those who may read it
 */
public record Stake(RecordId record, Weight weight, String words, Handling handling) {

  /** How much it counts, the heaviest first. */
  public enum Weight {
    /**
     * A council holds a status: joined with another child's record, it is told of the wrong one.
     */
    STATUS_HELD(Item.STATUSES),
    /** Somebody treats the child now, and may not know of what the other record holds. */
    IN_EMERGENCY_CARE(Item.VISITS),
    /** Somebody asked about the child lately, and was told that there may be another record. */
    CHECKED(Item.VISITS);

    private final Item item;

    Weight(Item item) {
      this.item = item;
    }

    /** The kind of things that it tells of. */
    Item item() {
      return item;
    }
  }
}
