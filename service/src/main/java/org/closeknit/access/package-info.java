/** Who may open what, and why: makes the Permit, and writes the audit entry as it does. */
@ApplicationModule(allowedDependencies = {"person", "agency", "audit", "caseteam"})
@NullMarked
package org.closeknit.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
