package org.closeknit.match;

/** Whom a record is of. A record of one kind is never joined by itself with a record of another. */
public enum PersonKind {
  CHILD,
  ADULT,
  UNBORN
}
