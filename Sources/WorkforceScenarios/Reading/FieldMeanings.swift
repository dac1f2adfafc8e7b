// SPDX-License-Identifier: GPL-3.0-or-later

/// What the texts of a column have been found to mean, so that a text that returns is not read again.
///
/// A long table says the same few regions, titles and months over and over. Texts of up to fifteen
/// bytes are kept, each in the one slot that its bytes choose.
package struct FieldMeanings {
  private struct Slot {
    /// The bytes of the text and their number; no text has the key 0.
    var key: UInt128 = 0
    var meaning = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << bits)
  private static let bits = 10

  /// Creates an empty list.
  package init() {}

  /// The meaning of a field.
  ///
  /// - Parameters:
  ///   - key: The key of the field; `nil` if its text is too long to be kept.
  ///   - read: Reads the field; `nil` if it means nothing, which is not kept.
  /// - Returns: The meaning, or `nil`.
  package mutating func meaning(of key: UInt128?, read: () -> Int?) -> Int? {
    guard let key else { return read() }
    let place = Self.place(of: key)
    if slots[place].key == key { return slots[place].meaning }
    guard let meaning = read() else { return nil }
    slots[place] = Slot(key: key, meaning: meaning)
    return meaning
  }

  private static func place(of key: UInt128) -> Int {
    // Multiplicative hashing by the golden ratio; see Knuth, TAOCP 3, section 6.4.
    let folded = UInt64(truncatingIfNeeded: key) ^ UInt64(truncatingIfNeeded: key >> 64)
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
