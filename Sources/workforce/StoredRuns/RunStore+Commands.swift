// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceStore

extension RunStore {
  /// The store that commands use where nothing names another one.
  static let standardPath = "results/runs.sqlite"

  /// The words that name the store to a command; none for the standard one.
  var words: [String] { path == Self.standardPath ? [] : ["--store", path] }

  /// A command of the tool on this store, as one line for a shell.
  ///
  /// - Parameter words: The words after the program's name.
  /// - Returns: The line.
  func line(_ words: String...) -> String {
    RunInformation.text(of: ["workforce"] + words + self.words)
  }
}
