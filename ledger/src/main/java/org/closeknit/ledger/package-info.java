/** Has this log been altered? Appends, signs and proves; whoever verifies needs no server. */
@NullMarked
package org.closeknit.ledger;

import org.jspecify.annotations.NullMarked;
