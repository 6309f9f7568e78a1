package org.closeknit.chronology;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.child.Child;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Link;
import org.closeknit.pages.Mark;
import org.closeknit.pages.Sign;
import org.closeknit.pages.Tag;
import org.closeknit.pages.When;

/**
 * The child's page as it is shown: words only, decided already.
 *
 * @param knownOnly agencies that are involved and share no more than that
 * @param brokerPhone of the reader's own duty desk, which reaches who works behind the broker
 * @param desks whom to ask to be confirmed, for a reader whose work with the child waits for it
 */
public record ChildView(
    Child child,
    String now,
    List<Fact> facts,
    List<StatusLine> statuses,
    List<Member> answering,
    List<Member> desks,
    List<Member> team,
    List<Member> knownOnly,
    int brokers,
    String brokerPhone,
    History history,
    List<LookLine> looks,
    Links links) {

  /** A status with its tag: {@code neglect, since 12 Jun 2026. Northmere Council}. */
  public record StatusLine(String name, Tag look, String words) {}

  /** Somebody who works with the child. {@code confirm} is there for those who may confirm. */
  public record Member(
      String name,
      String role,
      Sign sign,
      String phone,
      String email,
      String note,
      Optional<UUID> confirm) {}

  /** One entry, in the words of the page. */
  public record Line(
      String anchor,
      Mark mark,
      When when,
      String headline,
      String detail,
      String said,
      String told,
      String done,
      Sign sign,
      String agency,
      String how,
      String late,
      String category) {}

  /** The entries of one page of the history, and the ways to see others. */
  public record History(
      int total,
      List<Line> lines,
      List<Link> views,
      List<Link> kinds,
      List<Link> agencies,
      boolean table,
      Optional<Link> newer,
      Optional<Link> older) {}

  /** Who looked: {@code Tomasz Zieliński, nurse, Fernhill Hospital}. */
  public record LookLine(String who, String when, String why) {}

  /** The addresses of this child's other pages. */
  public record Links(String overview, String records, String looks) {}
}
