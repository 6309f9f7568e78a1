package org.closeknit.enquiry;

/** Whether the child is there while somebody asks. */
public enum Presence {
  HERE,
  NOT_HERE,
  /** Scheduled care: a silent look, kept in the audit and told to nobody. */
  PLANNED;

  boolean silent() {
    return this == PLANNED;
  }
}
