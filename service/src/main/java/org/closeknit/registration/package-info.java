/** Where a worker registers a child by hand, once nobody whom they may see is that child. */
@ApplicationModule(
    allowedDependencies = {"pages", "person", "agency", "audit", "match", "search", "intake"})
@NullMarked
package org.closeknit.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
