package org.closeknit.caseteam;

import java.util.Optional;
import org.closeknit.agency.StaffId;

/**
 * One of those who work with a child.
 *
 * @param staff whom to tell; absent for one who does not sign in here
 */
public record Member(Involvement involvement, Optional<StaffId> staff) {}
