/**
 * A workforce that looks at children for a hundred days, and a thousand wrongs among its looks.
 * What is assumed, with its sources, stands in docs/reference/oversight.md. Nothing here knows how
 * a wrong is looked for.
 */
package org.closeknit.benchmarks.workforce;
