/**
 * The person index: keeps every agency's record of a person and alone says which records are one
 * child.
 */
@ApplicationModule(allowedDependencies = {"person", "agency", "audit", "access"})
@NullMarked
package org.closeknit.match;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
