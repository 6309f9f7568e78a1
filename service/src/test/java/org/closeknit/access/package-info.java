@NullMarked
package org.closeknit.access;

import org.jspecify.annotations.NullMarked;
