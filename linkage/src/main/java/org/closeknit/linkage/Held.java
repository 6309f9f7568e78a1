package org.closeknit.linkage;

import java.util.List;

/** A record that is held: when it came, what it says, and whom it is of. */
final class Held {
  final String id;

  /** The earlier it came, the smaller. */
  final long place;

  final Wording wording;
  Identity identity;

  Held(String id, long place, Wording wording) {
    this.id = id;
    this.place = place;
    this.wording = wording;
    this.identity = new Identity(id, List.of(id));
  }
}
