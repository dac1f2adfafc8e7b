// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// Blocks as zlib streams, which carry a checksum of their bytes.
///
/// The fastest level is taken: figures of a model shrink little more at higher ones. A part that does
/// not shrink is stored as it is by the format itself, at 5 bytes for every 16 KiB. One compressor
/// takes all blocks of a replication, as making one takes longer than compressing a block.
///
/// Source: RFC 1950 and RFC 1951.
@safe
final class BlockCompression {
  /// zlib finds its way back from its state to the stream, which must not move therefore.
  private let stream: UnsafeMutablePointer<z_stream>

  /// How far zlib looks back, as a power of 2, and how much memory it takes: its own choices.
  private static let windowBits: Int32 = 15
  private static let memoryLevel: Int32 = 8

  /// Makes a compressor.
  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe deflateInit2_(
      stream,
      Z_BEST_SPEED,
      Z_DEFLATED,
      Self.windowBits,
      Self.memoryLevel,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size),
    )
    precondition(status == Z_OK, "zlib could not begin: status \(status)")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses a block.
  ///
  /// - Parameter block: The bytes.
  /// - Returns: The stream.
  func compress(_ block: [UInt8]) -> [UInt8] {
    let status = unsafe deflateReset(stream)
    precondition(status == Z_OK, "zlib could not begin again: status \(status)")
    let bound = unsafe Int(deflateBound(stream, UInt(block.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      let status = unsafe block.withUnsafeBufferPointer { source in
        // zlib only reads its input, whatever the type says.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(bound)
        return unsafe deflate(stream, Z_FINISH)
      }
      precondition(
        status == Z_STREAM_END,
        "zlib refused \(block.count) bytes with status \(status)",
      )
      unsafe count = bound - Int(stream.pointee.avail_out)
    }
  }

  /// How many times longer than its stream a block can be.
  ///
  /// Source: zlib, Technical Details, maximum compression factor.
  private static let largestRatio = 1032

  /// Restores a block.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - length: The number of bytes of the block.
  /// - Returns: The bytes, or `nil` if the stream is damaged.
  static func restore(_ stream: [UInt8], length: Int) -> [UInt8]? {
    // A length that was damaged must not ask for room that there is not.
    guard 0...stream.count * largestRatio ~= length else { return nil }
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
