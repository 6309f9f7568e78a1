package org.closeknit.matrix;

import org.closeknit.matrix.Said.Kind;

/** Each fact that can be said of a child, with the column of a file in which agencies say it. */
enum Field {
  LOCAL_ID(Kind.PEOPLE, "local_id"),
  /** All records of a child say the same of these four: whoever reads one of them reads it. */
  SURNAME(Kind.PEOPLE, "family_name"),
  FIRST_NAME(Kind.PEOPLE, "given_names"),
  NHS_NUMBER(Kind.PEOPLE, "nhs_number"),
  BORN(Kind.PEOPLE, "birth_date"),
  CHI_NUMBER(Kind.PEOPLE, "chi_number"),
  PREVIOUS_NAME(Kind.PEOPLE, "previous_names"),
  ADDRESS(Kind.PEOPLE, "address"),
  ADDRESS_VERIFIED_BY(Kind.PEOPLE, "address_verified_by"),
  POSTCODE(Kind.PEOPLE, "postcode"),
  PHONE(Kind.PEOPLE, "phone"),
  LANGUAGE(Kind.PEOPLE, "language"),
  SCHOOL(Kind.PEOPLE, "school"),
  /** That an agency which nobody signs in from keeps a record at all. */
  PRESENCE(Kind.PEOPLE, ""),
  STATUS_CATEGORY(Kind.STATUSES, "category"),
  STATUS_START(Kind.STATUSES, "start_date"),
  STATUS_PHONE(Kind.STATUSES, "office_phone"),
  STATUS_NIGHT_PHONE(Kind.STATUSES, "emergency_phone"),
  WORKER_ID(Kind.INVOLVEMENTS, "worker_id"),
  WORKER(Kind.INVOLVEMENTS, "worker_name"),
  WORKER_ROLE(Kind.INVOLVEMENTS, "role"),
  WORKER_TEAM(Kind.INVOLVEMENTS, "team"),
  WORKER_PHONE(Kind.INVOLVEMENTS, "phone"),
  WORKER_EMAIL(Kind.INVOLVEMENTS, "email"),
  EVENT_ID(Kind.EVENTS, "event_id"),
  CATEGORY(Kind.EVENTS, "category"),
  HEADLINE(Kind.EVENTS, "headline"),
  DETAIL(Kind.EVENTS, "detail"),
  SOURCE(Kind.EVENTS, "source"),
  IMPACT(Kind.EVENTS, "impact"),
  ACTION(Kind.EVENTS, "action"),
  OUTCOME(Kind.EVENTS, "outcome"),
  CHILD_WORDS(Kind.EVENTS, "child_words"),
  HEARD_BY(Kind.EVENTS, "heard_by"),
  CORRECTION(Kind.EVENTS, "correction_reason"),
  VISIT_ID(Kind.VISITS, "visit_id"),
  VISIT_REASON(Kind.VISITS, "reason"),
  CAME_WITH(Kind.VISITS, "accompanied_by"),
  FOLLOW_UP(Kind.VISITS, "follow_up_of"),
  SAFEGUARDING_CODE(Kind.VISITS, "safeguarding_code"),
  /** Who is related to the child: a person of their own, and a record of the sender. */
  RELATIVE(Kind.RELATIONSHIPS, "other_local_id");

  private final Kind kind;
  private final String column;

  Field(Kind kind, String column) {
    this.kind = kind;
    this.column = column;
  }

  Kind kind() {
    return kind;
  }

  String column() {
    return column;
  }
}
