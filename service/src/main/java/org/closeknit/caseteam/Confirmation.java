package org.closeknit.caseteam;

import org.closeknit.person.AgencyId;

/** That a council has confirmed that a worker works with a child. */
public record Confirmation(Involvement involvement, AgencyId by) {}
