package org.closeknit.enquiry;

import org.closeknit.audit.Asker;

/**
 * A health check.
 *
 * @param trace the asker's own mark: two calls with one mark are one look; blank when there is none
 */
public record Question(Asker asker, Asked asked, WhyHere why, Presence presence, String trace) {}
