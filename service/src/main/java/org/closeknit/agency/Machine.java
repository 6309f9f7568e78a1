package org.closeknit.agency;

import java.util.Set;
import org.closeknit.person.AgencyId;

/** A system of an agency that calls us by itself, with the scopes it may have. */
public record Machine(String clientId, AgencyId agency, Set<String> scopes) {}
