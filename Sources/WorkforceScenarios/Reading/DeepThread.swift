// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// A thread with a deep stack, which does one piece of work after another.
///
/// It is started for the first piece and then kept, since a scenario has many small files.
final class DeepThread: @unchecked Sendable {
  /// The thread that everybody shares.
  static let shared = DeepThread()

  private static let stackSize = 16 << 20
  /// Held by whoever waits for his work.
  private let turn = NSLock()
  private let isGiven = DispatchSemaphore(value: 0)
  private let isDone = DispatchSemaphore(value: 0)
  /// The work at hand; written before it is given, and read after that.
  private var work: (@Sendable () -> Void)?

  private init() {
    let thread = Thread { [unowned self] in
      while true {
        isGiven.wait()
        work?()
        isDone.signal()
      }
    }
    thread.stackSize = Self.stackSize
    thread.start()
  }

  /// Does a piece of work on the thread and waits for it.
  ///
  /// - Parameter work: The work; it asks for no other piece.
  func run(_ work: @escaping @Sendable () -> Void) {
    turn.withLock {
      self.work = work
      isGiven.signal()
      isDone.wait()
      self.work = nil
    }
  }
}
