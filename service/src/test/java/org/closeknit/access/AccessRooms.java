package org.closeknit.access;

/** What the room is made of, for tests of rooms that stand on it. */
public final class AccessRooms {
  public static final Class<?>[] ROOMS = {
    Access.class, Openings.class, Standings.class, Glass.class, Wall.class
  };

  private AccessRooms() {}
}
