// SPDX-License-Identifier: GPL-3.0-or-later

/// Teachers move between titles as a Markov chain.
///
/// A teacher with title *g* holds title *h* at the end of the year with probability *P*(*g*, *h*);
/// what a row of the table lacks to one is the probability of staying. One draw a teacher decides
/// among all moves. There are no places to run out of, so the stocks follow the closed forms of
/// manpower planning.
///
/// Source: Bartholomew, Forbes and McClean, Statistical Techniques for Manpower Planning, 1991.
package struct TitleTransitionPhase {
  private let lookups: [(next: Int, lookup: TeacherLookup, probability: [Double])]
  /// Whether the probabilities of some teacher may add up to more than one.
  private let canExceedOne: Bool

  /// Prepares the probabilities of a year.
  ///
  /// - Parameters:
  ///   - transitions: The table of moves.
  ///   - year: The year.
  package init(_ transitions: ParameterReference, in year: SimulatedYear) {
    let table = year.values(transitions)
    self.lookups = (0..<year.dimensions.count(.title)).map { next in
      let values = table.member(next, of: .nextTitle)
      return (next, TeacherLookup(values, dimensions: year.dimensions), values.values)
    }
    self.canExceedOne = lookups.reduce(0) { $0 + ($1.probability.max() ?? 0) } > 1
  }

  /// Moves teachers and counts rises to a higher title.
  ///
  /// - Parameters:
  ///   - population: The teachers.
  ///   - flows: The movements of the year.
  ///   - year: The year.
  package func apply(
    to population: inout Population,
    flows: inout YearFlows,
    in year: SimulatedYear,
  ) {
    let clock = year.clock
    let date = CompactMonth(year.countMonth)
    let draws = year.stream(.titleTransition)
    for row in 0..<population.count where population.isInWorkforce(row) {
      let title = Int(population.title[row])
      let uniform = year.method == .individuals ? draws.uniform(for: population.id[row]) : 0
      let scale = canExceedOne ? scale(of: title, row, in: population, at: clock) : 1
      var cumulative = 0.0
      var remaining = 1.0
      for move in lookups where move.next != title {
        let index = move.lookup.index(of: row, in: population, at: clock)
        let probability = move.probability[index] * scale
        guard probability > 0 else { continue }
        cumulative += probability
        let isRise = move.next > title
        if year.method == .expected {
          let weight = population.weight[row] * probability / remaining
          population.split(row, share: min(1, probability / remaining)) {
            $0.title[$1] = UInt8(move.next)
            $0.titleStart[$1] = date
          }
          remaining -= probability
          if isRise { flows.note(flows.kinds.promoted, in: population.cell[row], weight: weight) }
        } else if uniform < cumulative {
          population.title[row] = UInt8(move.next)
          population.titleStart[row] = date
          if isRise { flows.note(flows.kinds.promoted, in: population.cell[row], weight: 1) }
          break
        }
      }
    }
  }

  /// The factor on the probabilities of a teacher, below one where they add up to more than one: those
  /// that are drawn can.
  private func scale(
    of title: Int,
    _ row: Int,
    in population: borrowing Population,
    at clock: TeacherClock,
  ) -> Double {
    var total = 0.0
    for move in lookups where move.next != title {
      total += move.probability[move.lookup.index(of: row, in: population, at: clock)]
    }
    return 1 / max(1, total)
  }
}
