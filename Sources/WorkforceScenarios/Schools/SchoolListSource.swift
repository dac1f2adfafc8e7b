// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Where a scenario says that its list of schools stands.
struct SchoolListSource {
  /// The table's path as written.
  let file: LocatedText
  /// The names of columns that differ from the usual ones.
  let columns: [SchoolColumn: LocatedText]

  /// Reads the keys `file` and `columns` of the section.
  ///
  /// - Parameters:
  ///   - keys: The keys of the section.
  ///   - method: Where the schools come from; a list needs a file.
  init?(_ keys: KeyedReader, method: SchoolMethod?) {
    let meaning = "the path of a list of schools"
    let file =
      method == .list ? keys.value("file", meaning) : keys.optionalValue("file", meaning)
    var columns: [SchoolColumn: LocatedText] = [:]
    if let names = keys.optionalMapping("columns") {
      for column in SchoolColumn.allCases {
        columns[column] = names.optionalValue(column.rawValue, "the name of a column")
      }
      names.finish()
      if !keys.has("file"), method == .synthesis {
        keys.problems.report(
          "'\(keys.name(of: "columns"))' names columns, but there is no list. "
            + "Add the key 'file', or leave out 'columns'.",
          at: names.location,
        )
      }
    }
    guard let file else { return nil }
    self.file = file
    self.columns = columns
  }
}
