/** The visits of a child to health care, and those missed, from whichever agency tells of them. */
@ApplicationModule(
    allowedDependencies = {"person", "agency", "audit", "caseteam", "access", "match", "review"})
@NullMarked
package org.closeknit.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
