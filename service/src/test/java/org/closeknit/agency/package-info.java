@NullMarked
package org.closeknit.agency;

import org.jspecify.annotations.NullMarked;
