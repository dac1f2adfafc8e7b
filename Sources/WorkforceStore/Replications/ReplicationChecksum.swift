// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation

/// A digest of a replication's bytes.
enum ReplicationChecksum {
  /// The SHA-256 digest of blocks.
  ///
  /// The length of each block comes before it, so that neighbours cannot be confused.
  ///
  /// - Parameter blocks: The blocks.
  /// - Returns: 32 bytes.
  static func of(_ blocks: [[UInt8]]) -> Data {
    var hash = SHA256()
    for block in blocks {
      unsafe withUnsafeBytes(of: UInt64(block.count).littleEndian) {
        unsafe hash.update(bufferPointer: $0)
      }
      hash.update(data: block)
    }
    return Data(hash.finalize())
  }
}
