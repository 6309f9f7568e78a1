@NullMarked
package org.closeknit.adoption;

import org.jspecify.annotations.NullMarked;
