// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation

/// Digests of the blocks of a replication, which tie each of them to its place.
///
/// A stream of zlib that was exchanged for another whole one carries no trace of that, and the indices of
/// a damaged database may lead to the rows of others. So what is digested begins with the run, with the
/// replication and its own digest, and with the number and length of the block.
struct BlockChecksum {
  /// The bytes that are kept of the SHA-256: chance does not hit so many, and they take a hundredth of what blocks do.
  private static let length = 16

  private let place: [UInt8]

  /// Takes the place of blocks.
  ///
  /// - Parameters:
  ///   - run: The digest of the run's key.
  ///   - replication: The replication's number.
  ///   - checksum: The digest of the replication.
  init(run: [UInt8], replication: Int, checksum: Data) {
    place = run + checksum + Self.bytes(of: replication)
  }

  /// The digest of a block.
  ///
  /// - Parameters:
  ///   - stream: The block as it is stored.
  ///   - number: The number of the block.
  ///   - length: The bytes of the block once it is restored.
  /// - Returns: 16 bytes.
  func of(_ stream: [UInt8], number: Int, length: Int) -> Data {
    var hash = SHA256()
    hash.update(data: place + Self.bytes(of: number) + Self.bytes(of: length))
    hash.update(data: stream)
    return Data(hash.finalize().prefix(Self.length))
  }

  private static func bytes(of number: Int) -> [UInt8] {
    unsafe withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).littleEndian) { unsafe Array($0) }
  }
}
