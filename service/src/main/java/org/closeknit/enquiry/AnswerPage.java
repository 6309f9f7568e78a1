package org.closeknit.enquiry;

import java.util.List;
import org.closeknit.pages.Fact;
import org.closeknit.pages.Sign;
import org.closeknit.pages.Tag;

/**
 * An answer in the words in which a nurse reads it.
 *
 * @param name what stands for a name that nobody typed
 * @param strong the sentence of the block that is not to be missed; blank where there is none
 */
public record AnswerPage(
    String id,
    String surname,
    String given,
    String name,
    List<Fact> facts,
    Block block,
    List<Call> calls,
    String whichFirst,
    List<String> bands,
    Visits visits,
    Next next,
    List<Knows> knows,
    List<String> knowsWords,
    List<Line> askedBefore,
    List<Line> fresh) {

  /** The large block: a kind of its own, and the answer as its heading. */
  public record Block(
      org.closeknit.pages.Answer look, int count, String title, String strong, String words) {}

  /** Whom to call, and what they hold. */
  public record Call(
      String name,
      String number,
      List<Held> held,
      String words,
      String after,
      String afterNumber) {}

  /** A status in its box. */
  public record Held(String kind, Tag look, String dates) {}

  public record Visits(boolean shown, String sentence, List<Visit> all) {}

  public record Visit(String when, Sign sign, String where, String why) {}

  /** What to do: the steps for one who is worried, or what to type again. */
  public record Next(
      boolean worried,
      List<Phone> phones,
      List<Phone> councils,
      boolean retype,
      boolean addFact,
      String typed) {}

  public record Phone(String before, String name, String number) {}

  /** Who has been told, and what they did with it. */
  public record Knows(Sign sign, String name, String told, String answered, String words) {}

  /** A quiet line with its time. */
  public record Line(String strong, String text, String quiet) {}

  /** One of today's own checks. */
  public record Checked(String id, String surname, String given, String number, String quiet) {}
}
