// SPDX-License-Identifier: GPL-3.0-or-later

extension Span<Bool> {
  /// Whether some element is true; many are looked at at a time, as there is no branch.
  var containsTrue: Bool {
    let words = count / 8
    var found: UInt64 = 0
    for word in 0..<words { found |= eight(from: 8 &* word) }
    return found != 0 || (8 &* words..<count).contains { self[$0] }
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

  /// A bit for each element, set where it is false; eight a byte, the first one's bit the lowest.
  ///
  /// Bits beyond the last element are not set.
  var bitsOfFalse: [UInt8] {
    [UInt8](capacity: (count + 7) / 8) { bits in
      var first = 0
      while first &+ 8 <= count {
        // The product brings the lowest bit of each byte into the highest byte, in their order.
        bits.append(~UInt8((eight(from: first) &* 0x0102_0408_1020_4080) >> 56))
        first &+= 8
      }
      guard first < count else { return }
      bits.append((first..<count).reduce(0) { $0 | (self[$1] ? 0 : 1) << UInt8($1 - first) })
    }
  }

  /// Eight elements as the bytes of a number, the first one the least significant; true is 1.
  @inline(__always)
  private func eight(from first: Int) -> UInt64 {
    let bytes = unsafe self.bytes
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: first, as: UInt64.self)
    return UInt64(littleEndian: word)
  }
}
