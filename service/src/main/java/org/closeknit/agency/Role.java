package org.closeknit.agency;

import java.util.Locale;

/** What a person does at their agency, as far as it decides what they may do here. */
public enum Role {
  SOCIAL_WORKER,
  TEAM_MANAGER,
  DUTY_WORKER,
  DATA_STEWARD,
  NURSE,
  NAMED_NURSE,
  SAFEGUARDING_LEAD,
  POLICE_OFFICER,
  REPORTER,
  GP,
  /** Of the adoption team of a council: holds the sealed links, and works with no child's file. */
  ADOPTION_WORKER,
  INFORMATION_GOVERNANCE_OFFICER,
  ADMINISTRATOR;

  public static Role read(String words) {
    return valueOf(words.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  /** The words that people use: {@code social worker}. */
  public String words() {
    return this == GP ? "GP" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether the role answers for every child of its agency, case worker or not. */
  public boolean isDutyDesk() {
    return this == DUTY_WORKER || this == TEAM_MANAGER;
  }

  /** Whether the role meets patients and may ask the health check. */
  public boolean checksChildren() {
    return this == NURSE || this == NAMED_NURSE || this == GP;
  }
}
