// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios
import WorkforceSim

extension KeptRunSource {
  /// The member that a word names, by code or by name in either language.
  ///
  /// - Parameters:
  ///   - word: The code or name.
  ///   - column: The column of codes.
  ///   - run: The run as it was read.
  ///   - meaning: What a member is, for messages: "school".
  /// - Returns: The member.
  /// - Throws: The exit code, after a message, if there is none or more than one.
  func member(
    _ word: String,
    of column: String,
    in run: KeptRun,
    meaning: String,
  ) throws -> Member {
    let found = run.labels.members(named: word, of: column)
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let members = run.labels.members(column)
      let names = members.flatMap { [$0.code, $0.label.english, $0.label.chinese] }
      printToStandardError(
        "There is no \(meaning) '\(word)' in \(place)."
          + Suggestions.sentence(for: word, in: names)
          + " " + listing(of: members)
      )
    } else {
      let codes = found.map(\.code).joined(separator: ", ")
      printToStandardError(
        "\(found.count) of the \(meaning)s are named '\(word)'. Write one of the codes: \(codes)"
      )
    }
    throw FailureCode.data
  }

  /// The file with the codes and names, or the first codes and the command that writes it.
  private func listing(of members: [Member]) -> String {
    switch labels {
    case .file(let path): return "Codes and names: \(path)"
    case .command(let line):
      let codes = members.prefix(listedMembers).map(\.code).joined(separator: ", ")
      let more = members.count - listedMembers
      return "Codes: \(codes)."
        + (more > 0 ? " '\(line)' writes labels.csv with \(more) more." : "")
    }
  }

  /// The most codes that a message lists; a scenario may have thousands of schools.
  private var listedMembers: Int { 20 }
}
