package org.closeknit.ledger;

/** Walks a proof from a node up to the root, of the log as it was and as it is. */
final class Climb {
  private final String at;
  private long position;
  private long last;
  private Hash smaller;
  private Hash larger;

  Climb(String at, long position, long last, Hash smaller, Hash larger) {
    this.at = at;
    this.position = position;
    this.last = last;
    this.smaller = smaller;
    this.larger = larger;
  }

  void step(Hash sibling) {
    Proofs.needs(at, last != 0, "a proof that ends at the root", "one that goes on");
    if ((position & 1) == 1 || position == last) {
      smaller = Hash.ofNode(sibling, smaller);
      larger = Hash.ofNode(sibling, larger);
      // A last node without a right neighbour rises until it has a left one.
      while ((position & 1) == 0 && position != 0) {
        up();
      }
    } else {
      larger = Hash.ofNode(larger, sibling);
    }
    up();
  }

  private void up() {
    position >>= 1;
    last >>= 1;
  }

  void arrive() {
    Proofs.needs(at, last == 0, "a proof up to the root", "one that ends before it");
  }

  Hash smaller() {
    return smaller;
  }

  Hash larger() {
    return larger;
  }
}
