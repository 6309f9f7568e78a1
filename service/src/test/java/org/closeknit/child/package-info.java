@NullMarked
package org.closeknit.child;

import org.jspecify.annotations.NullMarked;
