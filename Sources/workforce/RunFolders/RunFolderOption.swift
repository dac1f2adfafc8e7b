// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import WorkforceReports
import WorkforceScenarios
import WorkforceSim

/// The kept run that a command reads.
struct RunFolderOption: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A run folder, a folder of runs such as results/luliang, of which the newest counts, or the "
        + "id, name or fingerprint of a run of the store."
    ),
    completion: .directory,
  )
  var run: String

  @OptionGroup var storeOption: StoreOption
}

extension KeptRun {
  /// The member that a word names, by code or by name in either language.
  ///
  /// - Parameters:
  ///   - word: The code or name.
  ///   - column: The column of codes.
  ///   - meaning: What a member is, for messages: "school".
  /// - Returns: The member.
  /// - Throws: The exit code, after a message, if there is none or more than one.
  func member(_ word: String, of column: String, meaning: String) throws -> Member {
    let found = labels.members(named: word, of: column)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let names = labels.members(column).flatMap {
        [$0.code, $0.label.english, $0.label.chinese]
      }
      printToStandardError(
        "There is no \(meaning) '\(word)' in \(folder)."
          + Suggestions.sentence(for: word, in: names) + " Codes and names: \(folder)/labels.csv"
      )
    } else {
      let codes = found.map(\.code).joined(separator: ", ")
      printToStandardError(
        "\(found.count) of the \(meaning)s are named '\(word)'. Write one of the codes: \(codes)"
      )
    }
    throw FailureCode.data
  }
}
