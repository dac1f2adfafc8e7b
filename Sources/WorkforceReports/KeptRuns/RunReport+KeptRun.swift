// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension RunReport {
  /// Which run it is.
  package var identity: RunIdentity { RunIdentity(projection) }

  /// What pages ask of the tables, taken from the results as their files would hold it.
  ///
  /// A table that the run does not have is left out.
  ///
  /// - Parameters:
  ///   - requests: What is needed of which tables.
  ///   - place: Where the run lies.
  /// - Returns: The run with its tables.
  /// - Throws: What the records throw that cannot be read.
  package func kept(_ requests: [KeptTableRequest], from place: RunPlace) throws -> KeptRun {
    let tables = self.tables
    var kept: [String: KeptTable] = [:]
    for request in requests + [.labels] {
      guard let table = tables.first(where: { $0.name == request.table }) else { continue }
      kept[request.table] = try table.kept(request)
    }
    return KeptRun(
      identity: identity,
      overrides: projection.scenario.overrides,
      place: place,
      labels: KeptLabels(kept["labels"] ?? KeptTable([])),
      tables: kept,
    )
  }
}

extension ReportTable {
  /// The rows and columns that are asked for.
  fileprivate func kept(_ request: KeptTableRequest) throws -> KeptTable {
    func place(_ name: String) -> Int {
      guard let place = columns.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("the table \(self.name) has no column \(name)")
      }
      return place
    }
    let texts = request.texts.map(place)
    let numbers = request.numbers.map(place)
    let conditions = request.conditions.map { (place($0.column), $0.text) }
    var rows: [KeptTable.Row] = []
    try forEachRow { row in
      guard conditions.allSatisfy({ row[$0].fieldText == $1 }) else { return }
      rows.append(
        KeptTable.Row(
          texts: texts.map { row[$0].fieldText },
          numbers: numbers.map { Double(row[$0].fieldText) ?? .nan },
        )
      )
    }
    return KeptTable(rows)
  }
}

extension ReportValue {
  /// The field as a CSV file holds it, before quoting.
  fileprivate var fieldText: String {
    switch self {
    case .text(let text): text
    case .whole(let number): String(number)
    case .number(let number, let decimals): format(number, decimals: decimals)
    case .flag(let flag): flag ? Self.flagWords.yes : Self.flagWords.no
    case .missing: ""
    }
  }
}
