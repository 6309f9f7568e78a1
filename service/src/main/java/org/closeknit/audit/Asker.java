package org.closeknit.audit;

import org.closeknit.agency.Agency;
import org.closeknit.agency.Machine;
import org.closeknit.agency.Role;
import org.closeknit.agency.Staff;

/**
 * Who does something: a person who has signed in, or an agency's system, for a person it names or
 * for itself.
 */
public sealed interface Asker {
  /** The agency on whose behalf it is done. */
  Agency agency();

  /**
   * What tells this asker from every other: a staff id, or a client id with the person behind it.
   */
  String actor();

  String name();

  String roleWords();

  /** How many different children this asker may be shown in a day. */
  int dailyChildren();

  /** Somebody who signed in here. */
  record Worker(Staff staff, Agency agency) implements Asker {
    @Override
    public String actor() {
      return staff.id().toString();
    }

    @Override
    public String name() {
      return staff.name();
    }

    @Override
    public String roleWords() {
      return staff.role().words();
    }

    @Override
    public int dailyChildren() {
      return agency.dailyChildren(role());
    }

    public Role role() {
      return staff.role();
    }
  }

  /** A system, and whom its agency has signed in there. */
  record System(Machine machine, Agency agency, OnBehalf onBehalf) implements Asker {
    @Override
    public String actor() {
      return onBehalf.id().isBlank()
          ? machine.clientId()
          : machine.clientId() + "/" + onBehalf.id();
    }

    @Override
    public String name() {
      return onBehalf.name().isBlank() ? "system of " + agency.name() : onBehalf.name();
    }

    @Override
    public String roleWords() {
      return onBehalf.role();
    }

    @Override
    public int dailyChildren() {
      return agency.dailyChildren();
    }
  }

  /** Whom a system acts for, as its agency says; blanks when it says nothing. */
  record OnBehalf(String id, String name, String role) {
    public static OnBehalf nobody() {
      return new OnBehalf("", "", "");
    }
  }
}
