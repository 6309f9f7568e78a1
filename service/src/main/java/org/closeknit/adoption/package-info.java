/**
 * Where a council's adoption team holds the link between who a child was and who it is, and opens
 * one side of it at a time.
 */
@ApplicationModule(allowedDependencies = {"pages", "person", "agency", "audit", "access", "match"})
@NullMarked
package org.closeknit.adoption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
