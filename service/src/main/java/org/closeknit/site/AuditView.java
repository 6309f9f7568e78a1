package org.closeknit.site;

import java.util.List;
import org.closeknit.audit.Look;
import org.closeknit.audit.Seal;
import org.closeknit.pages.Choice;

/**
 * A page of what an agency's people and machines did.
 *
 * @param who whose doings are shown; blank for everybody's
 * @param seal what the log is now, and which witnesses have seen it
 * @param day the last day of which they are shown, as in 2026-11-23; blank for today
 */
public record AuditView(
    String agency,
    List<Choice> actors,
    String who,
    String day,
    String problem,
    List<Look> looks,
    String newer,
    String older,
    Seal seal) {}
