// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the figure of a name lies in the records, and how it is worked out from them.
///
/// A figure of the whole is that of the summary. One that is limited to members is the sum over their
/// rows of the first table that has both the measure and the members. Gap, shortage and surplus are
/// summed over cells: need − available, max(0, need − available) and max(0, available − need).
public struct FigureSelection: Sendable {
  /// How a figure follows from rows.
  private enum Rule: Sendable {
    case sum
    /// Of need and the available, which lie next to each other.
    case gap, shortage, surplus
  }

  /// The name.
  public let name: FigureName
  private let positions: [Int]
  private let rule: Rule
  private let year: Int

  /// Finds a figure.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - simulation: The scenario whose results hold it.
  /// - Throws: Why there is no such figure.
  public init(_ name: FigureName, in simulation: Simulation) throws(FigureProblem) {
    let years = simulation.scenario.calendar.years
    let measures = simulation.layout.tables[0].keys[0].members.map(\.code)
    let modelled = measures.filter(simulation.scenario.rules.models)
    guard measures.contains(name.measure) else {
      throw FigureProblem.measure(name.measure, of: modelled)
    }
    guard modelled.contains(name.measure) else {
      throw FigureProblem.notModelled(
        name.measure,
        sections: MeasureSections.sections(of: name.measure),
        modelled: modelled,
      )
    }
    guard years.contains(name.year) else {
      throw FigureProblem.year(name.year, simulated: years)
    }
    self.name = name
    self.year = name.year - years.lowerBound
    if name.members.isEmpty {
      let table = simulation.layout.tables[0]
      self.rule = .sum
      self.positions = measures.indices.filter { measures[$0] == name.measure }
        .map { table.offset + $0 }
      return
    }
    self.rule = Self.rule(of: name.measure)
    let sought = rule == .sum ? name.measure : "need"
    self.positions = try Self.positions(of: sought, name, in: simulation)
  }

  /// The figure in each replication.
  ///
  /// - Parameter ensemble: The records.
  /// - Returns: The figures in the order of the replications.
  public func figures(in ensemble: Ensemble) -> [Double] {
    var sums = [Double](repeating: 0, count: ensemble.replications)
    var first: [Double] = []
    var second: [Double] = []
    for position in positions {
      ensemble.values(position, year: year, into: &first)
      if rule != .sum { ensemble.values(position + 1, year: year, into: &second) }
      for replication in sums.indices {
        sums[replication] += figure(first[replication], second, replication)
      }
    }
    return sums
  }

  /// What a cell, or a row, contributes in a replication.
  private func figure(_ first: Double, _ second: [Double], _ replication: Int) -> Double {
    switch rule {
    case .sum: first
    case .gap: first - second[replication]
    case .shortage: max(0, first - second[replication])
    case .surplus: max(0, second[replication] - first)
    }
  }

  private static func rule(of measure: String) -> Rule {
    switch measure {
    case "gap": .gap
    case "shortage": .shortage
    case "surplus": .surplus
    default: .sum
    }
  }

  /// The tables whose rows add up to measures, and the measure that their rows hold where they have
  /// no key of measures.
  private static let tables: [(name: String, measureKey: String?, measure: String?)] = [
    ("teachers", "measure", nil), ("shortage", "measure", nil), ("posts", "measure", nil),
    ("recruitment", "measure", nil), ("flows", "flow", nil), ("network", "measure", nil),
    ("pupils", nil, "pupils"), ("cost", nil, "cost"), ("teachers_by_title", nil, "headcount"),
    ("teachers_by_age", nil, "headcount"),
  ]

  private static func positions(
    of measure: String,
    _ name: FigureName,
    in simulation: Simulation,
  ) throws(FigureProblem) -> [Int] {
    var unknown = name.members[0].name
    var known: [String] = []
    for specification in tables {
      guard let table = simulation.layout[specification.name],
        var isChosen = rows(of: measure, in: table, specification)
      else { continue }
      let first = name.members.first {
        !choose($0, among: table.keys, simulation.scenario.dimensions, &isChosen)
      }
      guard let first else { return positions(of: table, isChosen) }
      if known.isEmpty { unknown = first.name }
      known += table.keys.filter { !isOfMeasures($0) }.flatMap { $0.members.map(\.code) }
    }
    guard !known.isEmpty else { throw .wholeOnly(name.measure, year: name.year) }
    throw .member(unknown, measure: name.measure, of: known)
  }

  /// The members of each key that hold a measure, `nil` for all; `nil` if the table does not have it.
  private static func rows(
    of measure: String,
    in table: TableLayout,
    _ specification: (name: String, measureKey: String?, measure: String?),
  ) -> [[Bool]?]? {
    var isChosen = [[Bool]?](repeating: nil, count: table.keys.count)
    guard let place = table.keys.firstIndex(where: { $0.name == specification.measureKey }) else {
      return specification.measure == measure ? isChosen : nil
    }
    let members = table.keys[place].members.map { $0.code == measure }
    isChosen[place] = members
    return members.contains(true) ? isChosen : nil
  }

  private static func isOfMeasures(_ key: TableKey) -> Bool {
    key.name == "measure" || key.name == "flow"
  }

  /// Limits the key that has the member; several members of one key are taken together.
  private static func choose(
    _ member: FigureName.MemberName,
    among keys: [TableKey],
    _ dimensions: Dimensions,
    _ isChosen: inout [[Bool]?],
  ) -> Bool {
    for (place, key) in keys.enumerated() where member.axis == nil || member.axis == key.name {
      guard !isOfMeasures(key) else { continue }
      let dimension = Axis(rawValue: key.name).map { dimensions[$0] }
      let found =
        dimension?.position(of: member.name).map { [$0] } ?? dimension?.group(member.name)
        ?? key.members.firstIndex { $0.code == member.name }.map { [$0] }
      guard let found else { continue }
      var chosen = isChosen[place] ?? [Bool](repeating: false, count: key.members.count)
      for position in found { chosen[position] = true }
      isChosen[place] = chosen
      return true
    }
    return false
  }

  /// The places in a record of the rows whose members are all chosen.
  private static func positions(of table: TableLayout, _ isChosen: [[Bool]?]) -> [Int] {
    (table.rows ?? Array(0..<table.count)).enumerated().filter { _, row in
      zip(isChosen, table.members(ofRow: row)).allSatisfy { $0?[$1] ?? true }
    }.map { table.offset + $0.offset }
  }
}
