package org.closeknit.review;

import java.util.List;
import java.util.Optional;
import org.closeknit.pages.Link;
import org.closeknit.pages.Problem;
import org.closeknit.pages.Sign;
import org.closeknit.pages.When;

/**
 * Two records side by side, for somebody to say whether they are of one child.
 *
 * @param matters what makes the answer matter
 * @param progress its place in the queue, and how many there are
 * @param children where all records of each side's child stand
 * @param rows fields that both are open to the reader; where one is not, those of the other alone
 * @param together what all of it comes to; none where one record is not open
 * @param model the version of the model by which they are weighed here
 * @param call whom to ask where one record is not open
 * @param group all records of the people of the two, where there are more
 * @param decided what stands
 * @param first who had said before the decision that they are one child
 * @param families the people around each record
 * @param hands how many people it takes to join them
 * @param asked what was asked about them last
 */
public record ReviewView(
    String href,
    String cause,
    List<String> matters,
    String progress,
    boolean perhapsTwins,
    Side left,
    Side right,
    List<Link> children,
    List<Row> rows,
    Optional<Together> together,
    String model,
    Optional<Side> call,
    Optional<Group> group,
    List<Family> families,
    Optional<Ruled> decided,
    Optional<Ruled> first,
    Hands hands,
    Optional<Question> asked,
    String next,
    Form form) {

  /** The people around a record, as far as they are open to the reader. */
  public record Family(Side side, boolean open, List<Relative> people) {
    boolean hasPerhapsTwin() {
      return people.stream().anyMatch(Relative::perhapsTwin);
    }
  }

  /** One of a family; perhaps a twin, when a child was born on the same day. */
  public record Relative(String words, boolean perhapsTwin) {}

  /** Whether an open family holds another child of the same day. */
  public boolean knowsATwin() {
    return families.stream().anyMatch(Family::hasPerhapsTwin);
  }

  /** How many people it takes to join two records, and how many have answered. */
  public enum Hands {
    ONE,
    TWO,
    /** Somebody has said that they are one child; the reader may be the second. */
    SECOND,
    /** The reader has said so, and is not their own second. */
    YOURS
  }

  /** Who keeps a record, and what they know it by; blank where it is not open. */
  public record Side(Sign sign, String agency, String localId, String phone) {}

  /** All records of both, a column each. */
  public record Group(List<Column> columns, List<GroupRow> rows) {}

  /** A record and of which of the two children it is held to be now. */
  public record Column(Side side, String whose, boolean open) {}

  /** A field as each record says it. */
  public record GroupRow(String field, List<String> values) {}

  /** A field in both records, what it says, and how much in bits. */
  public record Row(
      String field, Text left, Text right, String says, String weight, Optional<Bar> bar) {}

  /** A value, with the letters that differ from the other's apart. */
  public record Text(String before, String differs, String after) {
    public boolean isAbsent() {
      return before.isEmpty() && differs.isEmpty() && after.isEmpty();
    }
  }

  /**
   * From where to where a bar goes, in the units of the picture, and whether it speaks for two
   * children.
   */
  public record Bar(long from, long width, boolean against, long zero) {}

  /** What it comes to, and the band of sums within which a person decides. */
  public record Together(
      String sentence, String weight, long at, long zero, long bandFrom, long bandWidth) {}

  /** What somebody decided. */
  public record Ruled(String words, String by, When at, String why) {}

  /**
   * What a data steward asked another agency, and what came back.
   *
   * @param ofReader whether the reader's own agency is asked, and has not answered
   */
  public record Question(
      String by, String agency, When at, String words, List<String> answers, boolean ofReader) {}

  /** What stands in the form, and what is wrong with it. */
  public record Form(String choice, String why, String answer, List<Problem> problems) {
    public static final Form EMPTY = new Form("", "", "", List.of());

    public String error(String field) {
      return problems.stream()
          .filter(problem -> problem.field().equals(field))
          .map(Problem::words)
          .findFirst()
          .orElse("");
    }
  }
}
