/**
 * Tells a named person or a desk, and goes on until somebody has answered: seen, acknowledged,
 * answered, escalated.
 */
@ApplicationModule(
    allowedDependencies = {"pages", "person", "agency", "audit", "signin", "caseteam", "access"})
@NullMarked
package org.closeknit.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
