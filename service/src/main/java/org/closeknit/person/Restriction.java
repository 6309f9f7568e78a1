package org.closeknit.person;

/** How an agency has restricted its record of a person. */
public enum Restriction {
  NONE,
  ADDRESS,
  RECORD,
  /**
   * The record is of who the child was before an adoption. Who it is now is a record of its own.
   */
  ADOPTED
}
