package org.closeknit.agency;

import java.util.Optional;
import org.closeknit.person.AgencyId;

/**
 * One person of an agency's staff. {@code workerId} is the agency's own number for them, or blank.
 */
public record Staff(
    StaffId id,
    String username,
    AgencyId agency,
    Optional<String> team,
    String name,
    Role role,
    String jobRoleCode,
    String workerId,
    String phone,
    String email) {}
