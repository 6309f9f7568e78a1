package org.closeknit.caseteam;

import org.closeknit.agency.StaffId;

/** That somebody of a council has confirmed that a worker works with a child. */
public record Confirmation(Involvement involvement, StaffId by) {}
