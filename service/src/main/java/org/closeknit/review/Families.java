package org.closeknit.review;

import java.util.List;
import org.closeknit.access.Permit;
import org.closeknit.person.RecordId;

/** Who is what to whom, as agencies say it. The room that keeps it fills it in. */
public interface Families {
  /** What a permit opens of the people around a record, ended relationships left out. */
  List<Relative> around(Permit permit, RecordId record);

  /** A record of somebody, and what that person is to the one whom they were looked up for. */
  record Relative(RecordId record, String relationship) {}
}
