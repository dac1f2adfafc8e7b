// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// Blocks as zlib streams, which carry a checksum of their bytes.
///
/// The fastest level is taken: figures of a model shrink little more at higher ones. A part that does
/// not shrink is stored as it is by the format itself, at 5 bytes for every 16 KiB.
///
/// Source: RFC 1950 and RFC 1951.
enum BlockCompression {
  /// Compresses a block.
  ///
  /// - Parameter block: The bytes.
  /// - Returns: The stream.
  static func compress(_ block: [UInt8]) -> [UInt8] {
    let bound = Int(compressBound(UInt(block.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      var length = UInt(bound)
      let status = unsafe block.withUnsafeBufferPointer {
        unsafe compress2(
          target.baseAddress,
          &length,
          $0.baseAddress,
          UInt($0.count),
          Z_BEST_SPEED,
        )
      }
      precondition(status == Z_OK, "zlib refused \(block.count) bytes with status \(status)")
      count = Int(length)
    }
  }

  /// Restores a block.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - length: The number of bytes of the block.
  /// - Returns: The bytes, or `nil` if the stream is damaged.
  static func restore(_ stream: [UInt8], length: Int) -> [UInt8]? {
    var status = Z_OK
    let block = unsafe [UInt8](unsafeUninitializedCapacity: length) { target, count in
      var written = UInt(length)
      status = unsafe stream.withUnsafeBufferPointer {
        unsafe uncompress(target.baseAddress, &written, $0.baseAddress, UInt($0.count))
      }
      count = status == Z_OK ? Int(written) : 0
    }
    return status == Z_OK && block.count == length ? block : nil
  }
}
