package org.closeknit.access;

import org.closeknit.audit.Asker;
import org.closeknit.person.ChildRecords;

/** Somebody who does not work with a child has opened it. Those who must know are told with it. */
public record ChildOpenedInEmergency(Asker.Worker asker, ChildRecords child, Emergency emergency) {}
