package org.closeknit.journeys.families;

import java.util.List;
import java.util.Locale;

/** The kinds of submission, in the order in which they are sent, and the columns of each. */
public enum Filed {
  PEOPLE(
      "local_id,kind,nhs_number,nhs_number_verified,chi_number,family_name,given_names,previous_names,"
          + "birth_date,expected_birth_date,mother_local_id,sex,address,address_from,"
          + "address_verified_by,postcode,phone,language,school,restricted,died_on,ended_on,"
          + "withdrawn_on"),
  RELATIONSHIPS("local_id,other_local_id,relationship,from,to,handling,withdrawn_on"),
  STATUSES(
      "local_id,nhs_number,chi_number,family_name,given_names,birth_date,expected_birth_date,"
          + "unborn_local_id,status,category,start_date,end_date,delete_date,office_phone,"
          + "emergency_phone"),
  INVOLVEMENTS(
      "local_id,worker_id,worker_name,role,team,phone,email,from,to,handling,withdrawn_on"),
  EVENTS(
      "local_id,event_id,date,time,date_certainty,learned_on,category,headline,detail,source,"
          + "source_kind,standing,impact,action,outcome,tone,child_words,heard_by,handling,"
          + "correction_reason,withdrawn_on"),
  VISITS(
      "local_id,visit_id,arrived,setting,planned,kept,accompanied_by,reason,injury,left_before_seen,"
          + "follow_up_of,safeguarding_code,ended,handling,withdrawn_on");

  private final String columns;

  Filed(String columns) {
    this.columns = columns;
  }

  /** As the submission's address has it: {@code people}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public List<String> columns() {
    return List.of(columns.split(","));
  }
}
