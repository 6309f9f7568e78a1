package org.closeknit.matrix;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.matrix.Said.Asker;
import org.closeknit.matrix.Said.Work;

/** Somebody of a net who has signed in. */
record Person(Net net, Net.Post post, UUID staff, Wire wire) {
  static final String PASSWORD = "a long enough secret";

  static String user(Net.Post post) {
    return post.role().name().toLowerCase(Locale.ROOT) + "." + post.agency().id();
  }

  /** The agency's own number for the worker. */
  static String workerId(Net.Post post) {
    return "worker " + user(post);
  }

  String user() {
    return user(post);
  }

  Asker before(Case one) {
    Work work = post.works() && one.net().equals(net) ? one.work() : Work.NONE;
    return new Asker(
        post.agency(),
        post.role(),
        work,
        work == Work.CONFIRMED ? Optional.of(net.council()) : Optional.empty());
  }

  @Override
  public String toString() {
    return post.role() + " of a " + post.agency().sort();
  }
}
