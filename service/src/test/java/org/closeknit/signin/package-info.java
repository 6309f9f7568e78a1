@NullMarked
package org.closeknit.signin;

import org.jspecify.annotations.NullMarked;
