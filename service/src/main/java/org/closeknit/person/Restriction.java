package org.closeknit.person;

/** How an agency has restricted its record of a person. */
public enum Restriction {
  NONE,
  ADDRESS,
  RECORD,
  ADOPTED
}
