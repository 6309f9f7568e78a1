package org.closeknit.enquiry;

import java.util.UUID;
import org.closeknit.person.AgencyId;

/** A child was there while a care setting asked; its visit is still to be written down. */
public record ChildWasHere(UUID enquiry, AgencyId agency) {}
