package org.closeknit.linkage;

import java.util.List;

/** The identities that changed, as they were and as they are, by id. All others are as before. */
public record Change(List<Identity> before, List<Identity> after) {
  public static final Change NONE = new Change(List.of(), List.of());

  public Change {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
