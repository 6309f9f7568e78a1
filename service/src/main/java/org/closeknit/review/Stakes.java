package org.closeknit.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.closeknit.person.RecordId;

/**
 * What a wrong answer about some records would harm. The rooms that keep such things fill it in:
 * they know this room, and it knows none of them.
 */
public interface Stakes {
  /** What hangs on these records at a moment. */
  List<Stake> on(Collection<RecordId> records, Instant at);
}
