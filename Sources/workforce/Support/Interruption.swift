// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization

/// Notices Ctrl-C, so that a run can end between replications instead of in the middle of a file.
enum Interruption {
  private static let isRequested = Atomic<Bool>(false)

  /// Whether the user has asked to stop.
  static var wasRequested: Bool { isRequested.load(ordering: .relaxed) }

  /// Begins to listen, if nobody listens yet: what was asked for before is not forgotten when one of
  /// several runs begins.
  ///
  /// A second Ctrl-C ends the process at once.
  static func listen() { _ = listener }

  private static let listener: Void = {
    // The first access makes the flag, which a signal handler must not do.
    isRequested.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { received in
        Interruption.isRequested.store(true, ordering: .relaxed)
        signal(received, SIG_DFL)
      }
    }
    // A file that outgrows its limit is then an error with a message, not a silent end.
    signal(SIGXFSZ, SIG_IGN)
  }()
}
