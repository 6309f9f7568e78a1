@NullMarked
package org.closeknit.audit;

import org.jspecify.annotations.NullMarked;
