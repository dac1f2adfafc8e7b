// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceScenarios
import WorkforceSim

/// A run folder that is not there, is not a run's, or is damaged.
struct RunFolderError: Error, CustomStringConvertible {
  /// What is wrong, a file and what was found in it each.
  let problems: [ScenarioProblem]
  /// What to do.
  let advice: String

  /// Creates an error about one file or folder.
  ///
  /// - Parameters:
  ///   - kind: Whether the content is wrong or a file is missing.
  ///   - file: The path of the file or folder.
  ///   - message: What was found.
  ///   - advice: What to do.
  init(_ kind: ScenarioProblem.Kind, file: String, _ message: String, advice: String) {
    problems = [ScenarioProblem(kind, at: SourceLocation(file: file), message)]
    self.advice = advice
  }

  /// Creates an error about all that was found while files were read.
  ///
  /// - Parameters:
  ///   - collected: What was found.
  ///   - advice: What to do.
  init(_ collected: ProblemCollector, advice: String) {
    problems = collected.problems
    self.advice = advice
  }

  /// Whether nothing but a file is missing.
  var isMissingFile: Bool { problems.allSatisfy { $0.kind == .missingFile } }

  /// The problems, a line each, and what to do.
  var description: String {
    // A damaged table has as many problems as rows; a few show what happened.
    let shown = problems.prefix(5).map(\.description)
    let more = problems.count > 5 ? ["and \(problems.count - 5) more problems."] : []
    return (shown + more + [advice]).joined(separator: "\n")
  }
}
