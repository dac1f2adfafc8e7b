// SPDX-License-Identifier: GPL-3.0-or-later

/// What a reader of a comparison has to know beside its figures.
package enum ComparisonNote: Hashable, Sendable {
  /// One of the two runs.
  package enum Side: Hashable, Sendable, CaseIterable {
    /// The run that is compared with.
    case base
    /// The run that is compared.
    case other
  }

  /// Both scenarios are the same in all that results depend on.
  case sameScenario
  /// The runs have different seeds, so differences hold chance too.
  case differentSeeds
  /// Years were left out, since only one run has them.
  case fewerYears(ClosedRange<Int>)
  /// Members that only one run has; they count nothing in the other.
  case membersOnly(in: Side, key: String, members: [Member])
  /// Sections that only one run models; what they measure is not compared.
  case sectionsOnly(in: Side, sections: [String])
  /// Money is not compared, since the currencies differ.
  case differentCurrencies(base: String, other: String)
}

extension Comparison {
  /// Whether a measure says something in both runs, and the same.
  ///
  /// - Parameter measure: The measure's code.
  /// - Returns: Whether both model it, with the same currency if it is money.
  package func isComparable(_ measure: String) -> Bool {
    let areModelled = [base, other].allSatisfy { $0.scenario.rules.models(measure) }
    let isMoney = MeasureSections.sections(of: measure).contains("pay")
    return areModelled && (!isMoney || currencies.base == currencies.other)
  }

  /// Whether both runs model a section, with the same currency if it is pay, or neither does.
  ///
  /// - Parameter section: The section's name.
  /// - Returns: Whether what it measures can be compared.
  package func areComparable(section: String) -> Bool {
    let names = [base, other].map { $0.scenario.rules.phaseNames.contains(section) }
    return names[0] == names[1] && (section != "pay" || currencies.base == currencies.other)
  }

  private var currencies: (base: String?, other: String?) {
    (
      base.scenario.rules.pay?.settings.currency,
      other.scenario.rules.pay?.settings.currency,
    )
  }

  /// What a reader has to know.
  package var notes: [ComparisonNote] {
    var notes: [ComparisonNote] = []
    let scenarios = [base, other].map(\.scenario)
    let isSame =
      !scenarios[0].fingerprint.isEmpty
      && scenarios[0].fingerprint == scenarios[1].fingerprint
    if isSame { notes.append(.sameScenario) }
    if !sharesDraws { notes.append(.differentSeeds) }
    if scenarios.contains(where: { $0.calendar.years != years }) {
      notes.append(.fewerYears(years))
    }
    notes += sectionNotes + memberNotes
    if let first = currencies.base, let second = currencies.other, first != second {
      notes.append(.differentCurrencies(base: first, other: second))
    }
    return notes
  }

  private var sectionNotes: [ComparisonNote] {
    let sections = [base, other].map { $0.scenario.rules.phaseNames }
    return zip(ComparisonNote.Side.allCases, [(0, 1), (1, 0)]).compactMap { side, order in
      let only = sections[order.0].filter { !sections[order.1].contains($0) }
      return only.isEmpty ? nil : .sectionsOnly(in: side, sections: only)
    }
  }

  /// Members of the keys of all tables that both runs have; schools are too many to name.
  private var memberNotes: [ComparisonNote] {
    var seen: Set<ComparisonNote> = []
    return base.layout.tables.flatMap { table -> [ComparisonNote] in
      guard table.name != "schools", let match = other.layout[table.name] else { return [] }
      return zip(table.keys, match.keys).flatMap { base, other -> [ComparisonNote] in
        guard base.name != "measure" else { return [] }
        return [(ComparisonNote.Side.base, base, other), (.other, other, base)].compactMap {
          side,
          first,
          second in
          let codes = Set(second.members.map(\.code))
          let only = first.members.filter { !codes.contains($0.code) }
          return only.isEmpty ? nil : .membersOnly(in: side, key: base.name, members: only)
        }
      }
    }.filter { seen.insert($0).inserted }
  }
}
