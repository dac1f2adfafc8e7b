// SPDX-License-Identifier: GPL-3.0-or-later

/// Spreads places over cells: in whole places by largest remainder, or exactly in expected values.
struct PlaceApportionment: Sendable {
  private let method: ProjectionMethod
  private var remainder = LargestRemainder()

  /// Creates the rule of a projection.
  init(_ method: ProjectionMethod) {
    self.method = method
  }

  /// Spreads a number of places by weights.
  ///
  /// - Parameters:
  ///   - total: The places; a whole number unless the projection is in expected values.
  ///   - weights: The weights of the cells.
  /// - Returns: The places of each cell; none if there are no places or no weights.
  mutating func spread(_ total: Double, by weights: [Double]) -> [Double] {
    let sum = weights.reduce(0, +)
    guard total > 0, sum > 0 else { return weights.map { _ in 0 } }
    guard method == .individuals else { return weights.map { total * $0 / sum } }
    var shares: [Int] = []
    remainder.apportion(total: Int(total), weights: weights, into: &shares)
    return shares.map(Double.init)
  }

  /// Rounds the places of neighbouring cells to whole ones that add up to the whole number next to
  /// their sum.
  ///
  /// - Parameters:
  ///   - places: The places of all cells; few enough to be told apart as identities.
  ///   - cells: The neighbouring cells.
  mutating func round(_ places: inout [Double], in cells: Range<Int>) {
    // Whole places share their sum out as they are.
    guard places[cells].contains(where: { $0 != Double(Int($0)) }) else { return }
    let weights = Array(places[cells])
    places.replaceSubrange(cells, with: spread(whole(weights.reduce(0, +)), by: weights))
  }

  /// The nearest whole number, halves upward; the number itself in expected values.
  func whole(_ value: Double) -> Double {
    method == .expected ? value : value.roundedHalfUp()
  }
}
