package org.closeknit.matrix;

import java.util.List;
import java.util.Set;
import org.closeknit.matrix.Said.Role;

/** Pages that stay open all the while, under the agreement that opens most. */
final class OpenPages implements AutoCloseable {
  private static final Set<Role> WATCHING =
      Set.of(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.SAFEGUARDING_LEAD, Role.NURSE);

  private final Net net;
  private final List<Listening> open;

  OpenPages(World world) {
    net =
        world.nets().stream()
            .filter(one -> one.agreement() == Agreement.BY_A_COUNCILS_WORD)
            .findFirst()
            .orElseThrow();
    open =
        net.people().stream()
            .filter(person -> WATCHING.contains(person.post().role()))
            .map(Listening::new)
            .toList();
  }

  /** Each was told that something changed, and none what. */
  void areJudged(Judge judge) {
    open.forEach(page -> page.judged(judge, net.cases()));
    if (open.stream().mapToInt(Listening::changes).sum() <= open.size()) {
      judge.disagrees("no open page was told that something has changed");
    }
  }

  @Override
  public void close() {
    open.forEach(Listening::close);
  }
}
