package org.closeknit.benchmarks.workforce;

/** The kinds of work, with how many do it, in which agencies and teams. */
public enum Work {
  SOCIAL_WORKER(700, 1, 8, Way.CASES, 16, 0),
  FAMILY_SUPPORT(450, 1, 10, Way.CASES, 14, 0),
  DUTY_DESK(120, 1, 12, Way.CALLS, 0, 0.06),
  TEAM_MANAGER(110, 1, 10, Way.CASES, 40, 0),
  HEALTH_VISITOR(600, 1, 12, Way.CASES, 60, 0),
  EMERGENCY_NURSE(500, 2, 25, Way.PATIENTS, 0, 0.05),
  WARD_AND_CLINIC(800, 2, 30, Way.PATIENTS, 0, 0.05),
  GP_PRACTICE(700, 70, 10, Way.CASES, 200, 0),
  SCHOOL_LEAD(420, 140, 3, Way.CASES, 120, 0),
  POLICE_OFFICER(500, 1, 20, Way.CALLS, 0, 0.06),
  REPORTER(100, 1, 10, Way.CASES, 40, 0);

  /** How somebody comes to look at a child. */
  enum Way {
    CASES,
    CALLS,
    PATIENTS
  }

  final int people;
  final int agencies;
  final int team;
  final Way way;
  final int caseload;

  /** The part of calls and patients of which nothing is written down. */
  final double unwritten;

  Work(int people, int agencies, int team, Way way, int caseload, double unwritten) {
    this.people = people;
    this.agencies = agencies;
    this.team = team;
    this.way = way;
    this.caseload = caseload;
    this.unwritten = unwritten;
  }
}
