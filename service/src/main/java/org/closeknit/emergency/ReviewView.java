package org.closeknit.emergency;

/**
 * One emergency, in the words of the page on which it is looked at.
 *
 * @param said what somebody has said of it; blank while it waits
 */
public record ReviewView(
    String id,
    String who,
    String when,
    String reason,
    String words,
    String looks,
    String due,
    boolean late,
    String said) {}
