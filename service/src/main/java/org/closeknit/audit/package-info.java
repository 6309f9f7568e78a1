/**
 * The append-only record of who did what: written in the transaction of the thing itself, then
 * given its place in the ledger.
 */
@ApplicationModule(allowedDependencies = {"person", "agency"})
@NullMarked
package org.closeknit.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
