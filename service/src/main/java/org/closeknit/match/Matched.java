package org.closeknit.match;

import java.util.Optional;

/**
 * What has become of one line of a submission of people, as its sender may learn it.
 *
 * @param line where it begins in the file
 * @param personId tells one person from another in the eyes of this reader
 * @param candidate the nearest person, when the outcome is unsure
 */
public record Matched(
    int line, String localId, String personId, Outcome outcome, Optional<String> candidate) {}
