// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports
internal import WorkforceSim

/// A table of statistics with the members of one key side by side.
///
/// A row is a school year and the members of the other keys. A figure that the table leaves out,
/// because it is zero in every replication and year, is 0.
struct WideTable {
  /// A year, the codes of the keys, and the figures: all members of the first statistic, then of the next.
  struct Row {
    let year: Int
    let codes: [String]
    let figures: [Double]
  }

  /// The keys that are spread over columns, the first one that a table has.
  private static let spreadKeys = ["measure", "flow", "title", "age_band"]

  /// The name of the table.
  let name: String
  /// The name of the column of years: school years or fiscal years.
  let yearColumn: String
  /// The keys of a row after the year.
  let keys: [ReportColumn]
  /// The key whose members stand side by side; `nil` if there is none.
  let spread: String?
  /// The codes side by side; one empty code if no key is spread.
  let members: [String]
  /// The statistics, such as `mean`.
  let statistics: [String]
  /// The rows by year, in the order of the table.
  let rows: [Row]

  /// Whether a table holds statistics by year.
  static func suits(_ table: ReportTable) -> Bool {
    let names = table.columns.map(\.name)
    return ["year", "fiscal_year"].contains(names.first) && names.contains("mean")
      && names.contains("p95")
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: A table of statistics by year.
  ///   - statistics: The statistics wanted.
  /// - Throws: What visiting the rows throws.
  init(_ table: ReportTable, statistics: [String]) throws {
    let names = table.columns.map(\.name)
    let spread = Self.spreadKeys.lazy.compactMap { names.firstIndex(of: $0) }.first
    let keyPlaces = (1..<table.keyCount).filter { $0 != spread }
    let figurePlaces = statistics.compactMap { names.firstIndex(of: $0) }
    var codes: [String: Int] = [:]
    var order: [String] = []
    var places: [[String]: Int] = [:]
    var found: [(year: Int, codes: [String], figures: [Int: [Double]])] = []
    var year: Int?
    try table.forEachRow { row in
      guard case .whole(let rowYear) = row[0] else { return }
      if rowYear != year { places.removeAll(keepingCapacity: true) }
      year = rowYear
      let key = keyPlaces.map { row[$0].words }
      let member = spread.map { row[$0].words } ?? ""
      if codes[member] == nil {
        codes[member] = order.count
        order.append(member)
      }
      let place = places[key] ?? found.count
      if place == found.count {
        places[key] = place
        found.append((rowYear, key, [:]))
      }
      found[place].figures[codes[member] ?? 0] = figurePlaces.map { row[$0].figure ?? 0 }
    }
    self.name = table.name
    self.yearColumn = names[0]
    self.keys = keyPlaces.map { table.columns[$0] }
    self.spread = spread.map { names[$0] }
    self.statistics = statistics
    self.members = Self.inDeclaredOrder(order, spread.map { table.columns[$0] })
    let positions = members.map { codes[$0] ?? 0 }
    let count = figurePlaces.count
    self.rows = found.map { row in
      Row(
        year: row.year,
        codes: row.codes,
        figures: (0..<count).flatMap { statistic in
          positions.map { row.figures[$0]?[statistic] ?? 0 }
        },
      )
    }
  }

  /// The figures of one statistic only.
  func only(_ statistic: Int) -> WideTable {
    let range = (statistic * members.count)..<((statistic + 1) * members.count)
    return WideTable(
      name: name,
      yearColumn: yearColumn,
      keys: keys,
      spread: spread,
      members: members,
      statistics: [statistics[statistic]],
      rows: rows.map { Row(year: $0.year, codes: $0.codes, figures: Array($0.figures[range])) },
    )
  }

  private init(
    name: String,
    yearColumn: String,
    keys: [ReportColumn],
    spread: String?,
    members: [String],
    statistics: [String],
    rows: [Row],
  ) {
    self.name = name
    self.yearColumn = yearColumn
    self.keys = keys
    self.spread = spread
    self.members = members
    self.statistics = statistics
    self.rows = rows
  }

  private static func inDeclaredOrder(_ codes: [String], _ column: ReportColumn?) -> [String] {
    guard case .code(let declared)? = column?.kind else { return codes }
    let found = Set(codes)
    return declared.filter(found.contains)
  }
}

extension ReportValue {
  /// The text of a code or text; empty for anything else.
  var words: String { if case .text(let text) = self { text } else { "" } }

  /// The number, rounded as every format rounds it; `nil` for anything else and for what is no number.
  var figure: Double? {
    switch self {
    case .whole(let number): Double(number)
    case .number(let number, let decimals) where number.isFinite:
      Double(format(number, decimals: decimals))
    case .number, .text, .flag, .missing: nil
    }
  }
}
