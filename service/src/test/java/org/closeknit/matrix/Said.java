package org.closeknit.matrix;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words in which the oracle speaks. No rule stands here. */
final class Said {
  private Said() {}

  enum Sort {
    COUNCIL,
    SCHOOL,
    POLICE,
    HOSPITAL,
    REPORTER,
    GP
  }

  enum Role {
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
    ADOPTION_WORKER,
    INFORMATION_GOVERNANCE_OFFICER,
    ADMINISTRATOR,
    /** No person: the agency's own system. */
    MACHINE
  }

  /** The kinds of things of which agreements speak. */
  enum Kind {
    PEOPLE,
    STATUSES,
    INVOLVEMENTS,
    EVENTS,
    VISITS,
    RELATIONSHIPS
  }

  /** How far a thing goes, as its sender says. A word that nobody knows is the strictest. */
  enum Handling {
    SHARED,
    PROFESSIONALS_ONLY,
    POLICE_SENSITIVE,
    BROKER,
    AGENCY_ONLY,
    NO_KNOWN_WORD
  }

  enum Restriction {
    NONE,
    ADDRESS,
    RECORD,
    ADOPTED
  }

  record Party(String id, Sort sort) {}

  /**
   * What all agencies around a child have agreed.
   *
   * @param word of what sort of agency its own word opens what the others hold
   */
  record Terms(
      boolean inForce,
      boolean content,
      Set<Kind> kinds,
      Optional<Sort> word,
      boolean reasonsOfVisits) {}

  /**
   * A child with everybody's record of it.
   *
   * @param words the councils that hold a status or have a worker with it today
   */
  record Child(Map<Party, Restriction> records, Terms terms, Set<Party> words) {}

  /** How the asker's agency says that the asker works with a child. */
  enum Work {
    NONE,
    STATED,
    CONFIRMED
  }

  /**
   * Who asks.
   *
   * @param confirmer the council that confirmed the work
   */
  record Asker(Party agency, Role role, Work work, Optional<Party> confirmer) {}

  /** By which way somebody comes to a child. */
  enum Door {
    /** The pages and lists of those who work with children, and an agency's system. */
    WORK,
    /** Looking for a child, or for one like it before it is registered. */
    SEARCH,
    /** The same as work in an emergency that is open. */
    EMERGENCY,
    /** The health check. */
    CARE,
    /** Which records are one child. */
    REVIEW,
    /** Who looked, and the letter about it. */
    LOOKS,
    /** The sealed link of an adoption. */
    ADOPTION,
    /** What an agency has sent itself, shown to its own. */
    SENT,
    /** The same line by line, to whom has sent it. */
    RECEIPT
  }

  /** How somebody who came by a door stands to a child. */
  enum Stand {
    NONE,
    OWN_RECORD,
    STATED,
    DESK,
    CONFIRMED,
    EMERGENCY,
    CARE,
    REVIEW,
    ADOPTION
  }

  /** Something that a sender has said of a child. */
  record Thing(Party sender, Kind kind, Handling handling, boolean reasonOfVisit) {}
}
