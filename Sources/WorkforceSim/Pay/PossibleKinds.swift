// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of teachers that are possible, where they are few enough for a number each.
///
/// A kind is a pair of keys, and its number follows from them, so that nothing has to be looked for.
package struct PossibleKinds: Sendable {
  /// The kinds in the order of their numbers.
  package let keys: [SIMD2<Int>]
  /// What each key counts in the number.
  let strides: SIMD2<Int>

  /// The most kinds, and the most places of all groups, with which a number each pays.
  private static let limits = (kinds: 1 << 10, places: 1 << 18)

  /// Numbers all pairs of keys; `nil` if they are too many.
  ///
  /// - Parameters:
  ///   - count: The number of keys.
  ///   - groups: The number of groups, in each of which a kind has a place.
  ///   - change: Whether the second key of a pair can be another one than the first.
  package init?(keys count: Int, groups: Int, change: Bool) {
    let most = min(Self.limits.kinds, Self.limits.places / groups)
    guard count <= most, !change || count * count <= most else { return nil }
    let seconds = change ? count : 1
    self.strides = change ? SIMD2(count, 1) : SIMD2(1, 0)
    self.keys = (0..<count).flatMap { first in
      (0..<seconds).map { SIMD2(first, change ? $0 : first) }
    }
  }

  /// The number of a kind.
  @inline(__always)
  func number(of keys: SIMD2<Int>) -> Int { keys.x &* strides.x &+ keys.y &* strides.y }
}
