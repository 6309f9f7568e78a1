/**
 * The health check as NHS England's CP-IS FHIR R4 guides describe it. The only room that sees HAPI
 * FHIR.
 */
@ApplicationModule(allowedDependencies = {"person", "agency", "audit", "plan", "enquiry"})
@NullMarked
package org.closeknit.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
