@NullMarked
package org.closeknit.plan;

import org.jspecify.annotations.NullMarked;
