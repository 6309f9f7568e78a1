@NullMarked
package org.closeknit.registration;

import org.jspecify.annotations.NullMarked;
