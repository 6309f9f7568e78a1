package org.closeknit.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.closeknit.access.Item;
import org.closeknit.access.Permit;
import org.closeknit.person.RecordId;

/** All that councils hold of a child; only a permit shows what it is. */
public final class Statuses {
  private final List<Status> all;

  Statuses(List<Status> all) {
    this.all = List.copyOf(all);
  }

  /** What the permit opens, the latest start first. */
  public List<Status> read(Permit permit) {
    Set<RecordId> opened = new HashSet<>(permit.records(Item.STATUSES));
    return all.stream().filter(status -> opened.contains(status.record())).toList();
  }

  /**
   * The records for which a council holds a status that the health check tells of: so that the
   * council can be told who asked, never to be shown to the one who asks.
   */
  public List<RecordId> heldOn(LocalDate day) {
    return all.stream()
        .filter(status -> status.tellsOn(day))
        .map(Status::record)
        .distinct()
        .toList();
  }
}
