package org.closeknit.notice;

/** What the notices stand on, for tests of the rooms that raise them. */
public final class NoticeRooms {
  public static final Class<?> ROWS = NoticeRows.class;

  private NoticeRooms() {}
}
