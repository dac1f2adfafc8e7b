// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the name that a misspelt one was probably meant to be.
package enum Suggestions {
  /// Finds the closest of several names.
  ///
  /// Closeness is the optimal string alignment distance: the number of characters inserted, deleted,
  /// replaced or swapped with their neighbour. A name counts as close up to one such change in three
  /// characters; two names of two characters are close if they share one, as Chinese names do.
  /// Letter case makes half a change, and white space around the name none. Of equally close names the first wins.
  ///
  /// - Parameters:
  ///   - word: The name as it was written.
  ///   - names: The names that exist.
  /// - Returns: The closest name, or nil if none is close.
  package static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    var best: (name: String, distance: Int)?
    let core = word.withoutOuterSpace
    for name in names where name != word {
      let distance = doubledDistance(core, name)
      if distance <= cutoff(core, name), distance < best?.distance ?? .max {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// Asks whether the closest of several names was meant.
  ///
  /// - Parameters:
  ///   - word: The name as it was written.
  ///   - names: The names that exist.
  /// - Returns: A sentence with a space before it, or nothing if no name is close.
  package static func sentence(for word: String, in names: some Sequence<String>) -> String {
    nearest(to: word, in: names).map { " Did you mean '\($0)'?" } ?? ""
  }

  /// The largest distance, doubled, at which two names still count as close.
  private static func cutoff(_ left: String, _ right: String) -> Int {
    let length = max(left.count, right.count)
    return length < 2 ? 1 : 2 * max(1, length / 3)
  }

  /// The optimal string alignment distance, doubled so that a change of case can count one half.
  private static func doubledDistance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    // Names this long are not names; the table below would be large.
    guard a.count <= 200, b.count <= 200 else { return .max }
    var beforeLast: [Int] = []
    var last = (0...b.count).map { 2 * $0 }
    for i in a.indices {
      var row = [2 * (i + 1)]
      for j in b.indices {
        var distance = min(row[j] + 2, last[j + 1] + 2, last[j] + replacementCost(a[i], b[j]))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          distance = min(distance, beforeLast[j - 1] + 2)
        }
        row.append(distance)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }

  private static func replacementCost(_ left: Character, _ right: Character) -> Int {
    if left == right { return 0 }
    return left.lowercased() == right.lowercased() ? 1 : 2
  }
}

extension String {
  /// The text without spaces, full-width spaces and tabs around it.
  fileprivate var withoutOuterSpace: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }
}
