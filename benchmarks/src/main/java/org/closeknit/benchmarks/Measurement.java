package org.closeknit.benchmarks;

/** One thing that is measured by a name of its own. */
@FunctionalInterface
interface Measurement {
  void run(Options options, Report report) throws Exception;
}
