/** The statuses that councils hold for a child, or for a mother's unborn child. */
@ApplicationModule(
    allowedDependencies = {"person", "agency", "audit", "caseteam", "access", "match", "review"})
@NullMarked
package org.closeknit.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
