// SPDX-License-Identifier: GPL-3.0-or-later

/// Places for training that the teachers of a cell can take.
struct TrainingOffer: Sendable {
  /// The cell for which they train.
  let target: UInt32
  /// The subject for which they train.
  let subject: UInt8
  /// How many places there are.
  let places: Double
}

/// People of a row who begin to train.
struct Trainees: Sendable {
  /// The row.
  let row: Int
  /// The cell for which they train.
  let target: UInt32
  /// How many of the people that the row stands for.
  let people: Double
}

/// Chooses among the candidates of a cell those who begin to train.
///
/// Candidates whose second subject is that of the training come first, in an order drawn by the
/// teacher's identity; the places that they leave go to the others in the same order. In expected
/// values all candidates of equal standing give the same share.
struct TraineeChoice {
  let draws: DecisionStream

  /// Chooses whole persons.
  ///
  /// - Parameters:
  ///   - rows: The candidates of a cell.
  ///   - offers: The places; together no more than candidates.
  ///   - population: The teachers.
  /// - Returns: Those who begin to train.
  func persons(
    _ rows: ArraySlice<Int>,
    _ offers: [TrainingOffer],
    of population: borrowing Population,
  ) -> [Trainees] {
    var left = offers.map { Int($0.places) }
    var chosen: [Trainees] = []
    var others: [Int] = []
    for row in ordered(rows, of: population) {
      let subject = population.secondSubject[row]
      let offer = offers.indices.first { left[$0] > 0 && offers[$0].subject == subject }
      guard let offer else {
        others.append(row)
        continue
      }
      left[offer] -= 1
      chosen.append(Trainees(row: row, target: offers[offer].target, people: 1))
    }
    var offer = 0
    for row in others {
      while offer < offers.count, left[offer] == 0 { offer += 1 }
      guard offer < offers.count else { break }
      left[offer] -= 1
      chosen.append(Trainees(row: row, target: offers[offer].target, people: 1))
    }
    return chosen
  }

  /// Chooses shares of rows.
  ///
  /// - Parameters:
  ///   - rows: The candidates of a cell.
  ///   - offers: The places; together no more than candidates.
  ///   - population: The teachers.
  /// - Returns: Those who begin to train.
  func shares(
    _ rows: ArraySlice<Int>,
    _ offers: [TrainingOffer],
    of population: borrowing Population,
  ) -> [Trainees] {
    var people = [Double](repeating: 0, count: 256)
    for row in rows { people[Int(population.secondSubject[row])] += population.weight[row] }
    var free = people
    // The share of those with the right second subject whom each offer takes.
    var matching: [Double] = []
    var left: [Double] = []
    for offer in offers {
      let subject = Int(offer.subject)
      let taken = min(offer.places, free[subject])
      matching.append(people[subject] > 0 ? taken / people[subject] : 0)
      free[subject] -= taken
      left.append(offer.places - taken)
    }
    let remaining = free.reduce(0, +)
    let others = left.map { remaining > 0 ? min(1, $0 / remaining) : 0 }
    var chosen: [Trainees] = []
    for row in rows {
      let second = population.secondSubject[row]
      let mine = offers.indices.map { offers[$0].subject == second ? matching[$0] : 0 }
      let rest = 1 - mine.reduce(0, +)
      for (position, offer) in offers.enumerated() {
        let share = mine[position] + rest * others[position]
        guard share > 0 else { continue }
        let people = population.weight[row] * share
        chosen.append(Trainees(row: row, target: offer.target, people: people))
      }
    }
    return chosen
  }

  /// The candidates, the lower word first; equal words go to the lower identity, not to the earlier
  /// row.
  private func ordered(_ rows: ArraySlice<Int>, of population: borrowing Population) -> [Int] {
    let words = draws.words(of: rows, ids: population.id)
    var order = LotOrder(capacity: rows.count)
    for (row, word) in zip(rows, words) { order.add(row, lot: word) }
    return order.rows(ids: population.id)
  }
}
