// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Buffered bytes on their way to an open file.
///
/// Bytes wait in a buffer of 64 KB, so that a field costs an append and not a system call.
package final class ByteSink {
  private static let capacity = 65_536

  private let descriptor: Int32
  private let path: String
  private let shouldStop: @Sendable () -> Bool
  private var buffer: [UInt8] = []
  private var flushedCount = 0

  /// The bytes written so far, those that still wait included.
  package var byteCount: Int { flushedCount + buffer.count }

  /// Creates a sink; the caller opens and closes the file and calls `flush()` at the end.
  ///
  /// - Parameters:
  ///   - descriptor: The open file's number; 1 is standard output.
  ///   - path: What messages call the file.
  ///   - shouldStop: Whether the user wants no more; asked whenever the buffer is handed on.
  package init(
    descriptor: Int32,
    path: String,
    shouldStop: @escaping @Sendable () -> Bool = { false },
  ) {
    self.descriptor = descriptor
    self.path = path
    self.shouldStop = shouldStop
    buffer.reserveCapacity(Self.capacity * 2)
  }

  /// Writes text in UTF-8.
  ///
  /// - Parameter text: The text.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func write(_ text: String) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    try flushIfFull()
  }

  /// Writes bytes as they are.
  ///
  /// - Parameter bytes: The bytes.
  /// - Throws: `OutputError` when the full buffer cannot be written.
  package func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    try flushIfFull()
  }

  /// Hands the buffered bytes to the system.
  ///
  /// - Throws: `OutputError` when they cannot be written or the user wants no more; the buffered bytes
  ///   are then dropped.
  package func flush() throws(OutputError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !shouldStop() else { throw OutputError(path: path, operation: .stop, code: EINTR) }
    do {
      try FileSystem.write(buffer, to: descriptor)
    } catch {
      throw OutputError(path: path, operation: .write, code: error.code)
    }
    flushedCount += buffer.count
  }

  private func flushIfFull() throws(OutputError) {
    if buffer.count >= Self.capacity { try flush() }
  }
}
