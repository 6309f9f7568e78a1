@NullMarked
package org.closeknit.linkage;

import org.jspecify.annotations.NullMarked;
