// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The machine that a run ran on.
package enum Platform {
  /// The operating system.
  static let operatingSystem = "linux"

  /// The architecture of the processor, as the program was built for it.
  static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "aarch64"
    #elseif arch(riscv64)
      "riscv64"
    #else
      "unknown"
    #endif
  }

  /// The most memory that this process has held so far, in bytes; `nil` if the system does not say.
  package static var peakMemory: Int? {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return nil }
    // Linux counts in units of 1,024 bytes.
    return usage.ru_maxrss * 1_024
  }
}
