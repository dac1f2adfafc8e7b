// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc

/// How many replications run at the same time.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Number of replications that run at the same time. Without it: all processors.")
  var threads: Int?

  /// The number that was asked for, or that of the processors that this process may use.
  var count: Int { threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); it lies between 1 and 1024.")
    }
  }
}
