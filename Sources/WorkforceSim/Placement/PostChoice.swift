// SPDX-License-Identifier: GPL-3.0-or-later

/// A post of the market that a teacher wishes for.
struct PostChoice {
  let post: Int
  let utility: Double

  /// Whether the choice comes before another one; of equals the first post does.
  @inline(__always)
  func isBetter(than other: PostChoice) -> Bool {
    utility > other.utility || utility == other.utility && post < other.post
  }
}

extension [PostChoice] {
  /// Puts the choices into their order, best first.
  mutating func sortBestFirst() {
    guard count <= 64 else { return sort { $0.isBetter(than: $1) } }
    // Few are in order soonest when each is moved to its place among those before it.
    var choices = mutableSpan
    for position in choices.indices {
      let choice = choices[position]
      var place = position
      while place > 0, choice.isBetter(than: choices[place - 1]) {
        choices[place] = choices[place - 1]
        place -= 1
      }
      choices[place] = choice
    }
  }
}
