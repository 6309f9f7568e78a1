package org.closeknit.submission;

import static org.closeknit.submission.Column.handling;
import static org.closeknit.submission.Column.longText;
import static org.closeknit.submission.Column.of;
import static org.closeknit.submission.Column.oneOf;
import static org.closeknit.submission.Column.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of file that an agency sends, each with its columns. */
public enum SubmissionKind {
  PEOPLE(
      localId(),
      oneOf("kind", "child", "adult", "unborn").needed(),
      of("nhs_number", Form.NHS_NUMBER),
      of("nhs_number_verified", Form.YES_NO),
      of("chi_number", Form.CHI_NUMBER),
      text("family_name", 200).needed(),
      text("given_names", 200),
      text("previous_names", 500),
      of("birth_date", Form.PAST_DATE),
      of("expected_birth_date", Form.DATE),
      text("mother_local_id", 100),
      oneOf("sex", "female", "male", "unknown"),
      longText("address", 500),
      of("address_from", Form.DATE),
      text("address_verified_by", 200),
      of("postcode", Form.POSTCODE),
      text("phone", 60),
      text("language", 100),
      text("school", 200),
      oneOf("restricted", "none", "address", "record", "adopted"),
      of("died_on", Form.PAST_DATE),
      of("ended_on", Form.DATE),
      of("withdrawn_on", Form.DATE)),
  STATUSES(
      localId(),
      of("nhs_number", Form.NHS_NUMBER),
      of("chi_number", Form.CHI_NUMBER),
      text("family_name", 200),
      text("given_names", 200),
      of("birth_date", Form.PAST_DATE),
      of("expected_birth_date", Form.DATE),
      text("unborn_local_id", 100),
      oneOf("status", "CPP", "LAC", "UCPP", "CIN", "CP-REGISTER", "CSO").needed(),
      text("category", 200),
      of("start_date", Form.DATE).needed(),
      of("end_date", Form.DATE),
      of("delete_date", Form.DATE),
      text("office_phone", 60),
      text("emergency_phone", 60)),
  INVOLVEMENTS(
      localId(),
      text("worker_id", 100).needed(),
      text("worker_name", 200).needed(),
      text("role", 200).needed(),
      text("team", 200),
      text("phone", 60),
      text("email", 254),
      of("from", Form.DATE).needed(),
      of("to", Form.DATE),
      handling("open", "broker"),
      of("withdrawn_on", Form.DATE)),
  EVENTS(
      localId(),
      text("event_id", 100).needed(),
      of("date", Form.DATE).needed(),
      of("time", Form.TIME),
      oneOf("date_certainty", "exact", "day", "month", "year", "about"),
      of("learned_on", Form.DATE),
      text("category", 100).needed(),
      text("headline", 140).needed(),
      longText("detail", 20_000),
      text("source", 200).needed(),
      oneOf("source_kind", "seen", "told", "document", "feed"),
      oneOf("standing", "fact", "opinion", "alleged", "disproved"),
      longText("impact", 4_000),
      longText("action", 4_000),
      longText("outcome", 4_000),
      oneOf("tone", "strength", "concern", "neutral"),
      longText("child_words", 4_000),
      text("heard_by", 200),
      handling("shared", "agency-only", "professionals-only", "police-sensitive"),
      longText("correction_reason", 1_000),
      of("withdrawn_on", Form.DATE)),
  VISITS(
      localId(),
      text("visit_id", 100).needed(),
      of("arrived", Form.MOMENT).needed(),
      oneOf(
              "setting",
              "emergency",
              "walk-in",
              "minor-injury",
              "out-of-hours",
              "ward",
              "maternity",
              "ambulance",
              "gp",
              "clinic",
              "other")
          .needed(),
      of("planned", Form.YES_NO),
      oneOf("kept", "yes", "not-brought", "cancelled"),
      text("accompanied_by", 200),
      longText("reason", 1_000),
      of("injury", Form.YES_NO),
      of("left_before_seen", Form.YES_NO),
      text("follow_up_of", 100),
      text("safeguarding_code", 100),
      of("ended", Form.MOMENT),
      handling("shared", "agency-only", "professionals-only", "police-sensitive"),
      of("withdrawn_on", Form.DATE)),
  RELATIONSHIPS(
      localId(),
      text("other_local_id", 100).needed(),
      oneOf(
              "relationship",
              "mother",
              "father",
              "parent",
              "sibling",
              "carer",
              "partner",
              "household",
              "other")
          .needed(),
      of("from", Form.DATE),
      of("to", Form.DATE),
      handling("shared", "agency-only", "professionals-only", "police-sensitive"),
      of("withdrawn_on", Form.DATE));

  private final List<Column> columns;
  private final Map<String, Column> byName;

  SubmissionKind(Column... columns) {
    this.columns = List.of(columns);
    this.byName =
        this.columns.stream()
            .collect(Collectors.toUnmodifiableMap(Column::name, Function.identity()));
  }

  private static Column localId() {
    return text("local_id", 100).needed();
  }

  /** Absent for a word that names no kind. */
  public static Optional<SubmissionKind> read(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** As it stands in requests and receipts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<Column> columns() {
    return columns;
  }

  Optional<Column> column(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
