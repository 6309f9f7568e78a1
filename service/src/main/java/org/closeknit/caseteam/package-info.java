/** Who works with which child, in what role, from when to when, and how to reach them. */
@ApplicationModule(allowedDependencies = {"person", "agency", "audit"})
@NullMarked
package org.closeknit.caseteam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
