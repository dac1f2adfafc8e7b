// SPDX-License-Identifier: GPL-3.0-or-later

extension Span<Bool> {
  /// Whether some element is true; eight are looked at at a time.
  var containsTrue: Bool {
    var first = 0
    while first &+ 8 <= count {
      if eight(from: first) != 0 { return true }
      first &+= 8
    }
    return (first..<count).contains { self[$0] }
  }

  /// Visits the positions of the elements that are true, ascending; eight are looked at at a time.
  ///
  /// - Parameter visit: Is given each position.
  @inline(__always)
  func forEachTrue(_ visit: (_ position: Int) -> Void) {
    var first = 0
    while first &+ 8 <= count {
      var rest = eight(from: first)
      while rest != 0 {
        visit(first &+ rest.trailingZeroBitCount / 8)
        rest &= rest &- 1
      }
      first &+= 8
    }
    for position in first..<count where self[position] { visit(position) }
  }

  /// Eight elements as the bytes of a number, the first one the least significant; true is 1.
  @inline(__always)
  private func eight(from first: Int) -> UInt64 {
    let bytes = unsafe self.bytes
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: first, as: UInt64.self)
    return UInt64(littleEndian: word)
  }
}
