/**
 * Agencies, their teams, staff, machines, duty desks and sharing agreements: who takes part, and on
 * what terms.
 */
@ApplicationModule(allowedDependencies = {"person"})
@NullMarked
package org.closeknit.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
