// SPDX-License-Identifier: GPL-3.0-or-later

/// Several things of which at most one happens to a teacher in a year, decided by one draw.
///
/// The unit interval is cut into the probabilities *p_1*, *p_2*, … and the rest, in which nothing
/// happens. Where the sum exceeds one, it is scaled to one. All probabilities are laid out over the
/// union of the attributes that they depend on; ages and years of service among which none of them
/// differs share one place, so the tables are small and stay in the processor's cache.
package struct CompetingRisks: Sendable {
  /// The number of risks.
  package let count: Int
  /// Finds the place of each teacher's probabilities.
  let lookup: TeacherLookup
  /// For each place and risk, the probability of any risk up to this one.
  private let cumulative: [Double]
  /// The same as thresholds of draws.
  let thresholds: [ProbabilityThreshold]
  /// For each place, the probability of any risk.
  private let totals: [ProbabilityThreshold]
  /// The lowest probability of any risk at all places.
  package let lowestTotal: ProbabilityThreshold
  /// The highest probability of any risk at all places; to most words, nothing can happen.
  package let highestTotal: ProbabilityThreshold

  /// Prepares the risks.
  ///
  /// - Parameters:
  ///   - risks: For each risk, the factors of its probability; at least one risk.
  ///   - dimensions: The scenario's dimensions.
  package init(_ risks: [[ParameterValues]], dimensions: Dimensions) {
    let bands = NumericBands(risks.flatMap { $0 })
    let perRisk = risks.map { factors in
      factors.map(bands.compressed).reduce(ParameterValues(1)) { $0.multiplied(by: $1) }
    }
    let layout = perRisk.reduce(ParameterValues(1)) { $0.multiplied(by: $1) }
    let tables = perRisk.map { $0.laidOut(as: layout).values }
    self.count = risks.count
    self.lookup = TeacherLookup(layout, dimensions: dimensions, bands: bands)
    var cumulative: [Double] = []
    cumulative.reserveCapacity(layout.values.count * risks.count)
    for place in layout.values.indices {
      let total = tables.reduce(0) { $0 + $1[place] }
      let scale = total > 1 ? 1 / total : 1
      var sum = 0.0
      for table in tables {
        sum += table[place] * scale
        cumulative.append(min(sum, 1))
      }
    }
    self.cumulative = cumulative
    let thresholds = cumulative.map { ProbabilityThreshold($0) }
    let totals = layout.values.indices.map { thresholds[$0 * risks.count + risks.count - 1] }
    self.thresholds = thresholds
    self.totals = totals
    self.lowestTotal = totals.min() ?? ProbabilityThreshold(0)
    self.highestTotal = totals.max() ?? ProbabilityThreshold(0)
  }

  /// The place of a teacher's probabilities.
  @inline(__always)
  package func place(of row: Int, in population: borrowing Population, at clock: TeacherClock)
    -> Int
  {
    lookup.index(of: row, in: population, at: clock)
  }

  /// How many risks a draw brings about at a place, one at most.
  @inline(__always)
  package func occurrences(at place: Int, for bits: UInt32) -> Int {
    totals[place].occurrences(for: bits)
  }

  /// The risk that a draw brings about where it brings one about.
  ///
  /// - Parameters:
  ///   - bits: The draw.
  ///   - first: Where the thresholds of the place begin.
  ///   - thresholds: The thresholds of all places.
  /// - Returns: The risk.
  @inline(__always)
  static func risk(of bits: UInt32, at first: Int, in thresholds: Span<ProbabilityThreshold>) -> Int
  {
    var risk = 0
    while !thresholds[first &+ risk].includes(bits) { risk &+= 1 }
    return risk
  }

  /// The probability of one risk at a place.
  package func probability(of risk: Int, at place: Int) -> Double {
    let last = place * count + risk
    return cumulative[last] - (risk == 0 ? 0 : cumulative[last - 1])
  }

  /// The probability of any risk at a place.
  package func total(at place: Int) -> Double { cumulative[place * count + count - 1] }
}
