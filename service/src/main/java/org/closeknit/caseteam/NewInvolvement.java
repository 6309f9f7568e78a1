package org.closeknit.caseteam;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.closeknit.person.AgencyId;
import org.closeknit.person.Handling;
import org.closeknit.person.RecordId;

/** An involvement as a line of a submission states it. */
public record NewInvolvement(
    RecordId record,
    AgencyId agency,
    UUID submission,
    int line,
    String workerId,
    String workerName,
    String role,
    String team,
    String phone,
    String email,
    LocalDate from,
    Optional<LocalDate> to,
    Handling handling,
    Optional<LocalDate> withdrawnOn) {}
