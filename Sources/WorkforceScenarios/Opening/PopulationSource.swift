// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Where a scenario says that its opening stock comes from.
enum PopulationSource {
  /// Whole persons are drawn to meet the parameters `population.*`.
  case synthesis(SourceLocation)
  /// A table holds the teachers; columns may be renamed.
  case roster(LocatedText, columns: [RosterColumn: LocatedText])

  /// Reads the key `population`.
  ///
  /// - Parameter root: The keys of the scenario.
  init?(_ root: KeyedReader) {
    guard let keys = root.mapping("population") else { return nil }
    defer { keys.finish() }
    guard let method = keys.choice("method", of: ["synthesis", "roster"]) else {
      _ = (keys.node("file"), keys.node("columns"))
      return nil
    }
    if method == "synthesis" {
      self = .synthesis(keys.location)
      return
    }
    let file = keys.value("file", "the path of the roster")
    var columns: [RosterColumn: LocatedText] = [:]
    if let names = keys.optionalMapping("columns") {
      for column in RosterColumn.allCases {
        columns[column] = names.optionalValue(column.name, "the name of a column")
      }
      names.finish()
    }
    guard let file else { return nil }
    self = .roster(file, columns: columns)
  }
}
