package org.closeknit.linkage;

/** A held record that may be of the person looked for. */
public record Candidate(Person person, Likeness likeness) {}
