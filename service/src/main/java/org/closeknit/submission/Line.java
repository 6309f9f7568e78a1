package org.closeknit.submission;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.closeknit.person.ChiNumber;
import org.closeknit.person.Handling;
import org.closeknit.person.NhsNumber;
import org.closeknit.person.PartialDate;
import org.closeknit.person.Postcode;
import org.closeknit.person.Reading;

/**
 * A line whose every cell keeps the rules of its column.
 *
 * @param number where it begins in the file; the header is line 1
 */
public record Line(int number, SubmissionKind kind, Map<String, String> cells) {
  public Line {
    cells = Map.copyOf(cells);
  }

  public String localId() {
    return text("local_id");
  }

  /**
   * What tells the thing that it speaks of from every other of the same sender and kind: sent
   * again, it is known by this.
   */
  public String thing() {
    List<String> known =
        switch (kind) {
          case PEOPLE -> List.of(localId());
          case STATUSES -> status();
          case INVOLVEMENTS -> List.of(localId(), text("worker_id"), text("role"), from());
          case EVENTS -> List.of(localId(), text("event_id"));
          case VISITS -> List.of(localId(), text("visit_id"));
          case RELATIONSHIPS ->
              List.of(localId(), text("other_local_id"), text("relationship"), from());
        };
    // No cell holds this character.
    return String.join("\u001f", known);
  }

  private List<String> status() {
    var known = new ArrayList<>(List.of(localId(), text("status"), text("start_date")));
    if (text("status").equals("UCPP")) {
      known.add(text("expected_birth_date"));
      known.add(text("unborn_local_id"));
    }
    return known;
  }

  private String from() {
    return firstDay("from").map(LocalDate::toString).orElse("");
  }

  /** Blank when the cell is, or when the file has no such column. */
  public String text(String column) {
    return cells.getOrDefault(column, "");
  }

  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  public boolean yes(String column) {
    return text(column).equals("yes");
  }

  public Optional<PartialDate> date(String column) {
    return cell(column).map(PartialDate::new);
  }

  /** The first day that a date can mean. */
  public Optional<LocalDate> firstDay(String column) {
    return date(column).map(PartialDate::earliest);
  }

  /** The last day that a date can mean. */
  public Optional<LocalDate> lastDay(String column) {
    return date(column).map(PartialDate::latest);
  }

  public Optional<LocalTime> time(String column) {
    return cell(column).map(LocalTime::parse);
  }

  public Optional<Moment> moment(String column) {
    return cell(column)
        .flatMap(text ->
            Moment.read(text) instanceof Reading.Good<Moment>(Moment read)
                ? Optional.of(read)
                : Optional.empty());
  }

  public Optional<NhsNumber> nhsNumber() {
    return cell("nhs_number").map(NhsNumber::new);
  }

  public Optional<ChiNumber> chiNumber() {
    return cell("chi_number").map(ChiNumber::new);
  }

  /** How far the sender lets it travel; a word that is none of this kind's is for them alone. */
  public Handling handling() {
    return strictest() ? Handling.AGENCY_ONLY : Handling.read(text("handling"));
  }

  private boolean strictest() {
    return has("handling")
        && kind.column("handling").filter(one -> one.words().contains(text("handling"))).isEmpty();
  }

  /** What the sender should know of a line that is taken in nevertheless. */
  Optional<String> remark() {
    String remarks =
        Stream.of(
                strictest()
                    ? "handling: not a word that we know, so it is kept for your agency alone"
                    : "",
                has("postcode") && !Postcode.of(text("postcode")).isBritish()
                    ? "postcode: not a British postcode, kept as it was written"
                    : "")
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("; "));
    return remarks.isEmpty() ? Optional.empty() : Optional.of(remarks);
  }

  /** How much it says: what is held of several lines at once is bounded by it. */
  public int length() {
    return cells.values().stream().mapToInt(String::length).sum();
  }

  private Optional<String> cell(String column) {
    return Optional.of(text(column)).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "Line[" + number + "]";
  }
}
