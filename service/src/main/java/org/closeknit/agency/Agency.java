package org.closeknit.agency;

import java.time.Duration;
import org.closeknit.person.AgencyId;

/** A body that takes part. {@code officeHours} reads {@code Mon-Fri 08:30-17:30}, Europe/London. */
public record Agency(
    AgencyId id,
    String name,
    Kind kind,
    String nation,
    String ods,
    String officePhone,
    String officeHours,
    String emergencyPhone,
    String dutyDeskEmail,
    Duration escalateAfter,
    int dailyChildren) {}
