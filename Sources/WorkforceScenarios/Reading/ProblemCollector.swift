// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// Gathers the problems of a scenario while its files are read, so that all are told in one go.
///
/// Only the first problems of a file are kept; a sentence counts the rest, so that a table with a
/// million wrong rows does not fill the memory or the terminal.
package final class ProblemCollector {
  /// The number of problems of one file that are listed.
  package static let limitPerFile = 100

  private var listed: [ScenarioProblem] = []
  private var counts: [String: Int] = [:]

  /// Creates an empty collection.
  package init() {}

  /// Whether nothing was reported.
  package var isEmpty: Bool { listed.isEmpty }

  /// The number of problems reported so far, those not listed included.
  package var count: Int { counts.values.reduce(0, +) }

  /// The problems in the order in which they were found, with a count of those left out.
  package var problems: [ScenarioProblem] {
    let leftOut = counts.filter { $0.value > Self.limitPerFile }.sorted { $0.key < $1.key }
    return listed
      + leftOut.map { file, count in
        ScenarioProblem(
          at: SourceLocation(file: file),
          "only the first \(Self.limitPerFile) of \(count) problems in this file are listed.",
        )
      }
  }

  /// Notes that the content of a file is wrong.
  ///
  /// - Parameters:
  ///   - message: What was found, what is allowed and what to write; worked out only if it is listed,
  ///     since it may look for a name that is close.
  ///   - location: Where it was found.
  package func report(_ message: @autoclosure () -> String, at location: SourceLocation) {
    add(.invalid, message(), at: location)
  }

  /// Notes that a file is missing or cannot be read.
  ///
  /// - Parameters:
  ///   - message: What is wrong and what to do.
  ///   - file: The file's path as the user would write it.
  package func missing(_ message: String, file: String) {
    missing(message, at: SourceLocation(file: file))
  }

  /// Notes that a file that another one names is missing.
  ///
  /// - Parameters:
  ///   - message: What is wrong and what to do.
  ///   - location: Where the file is named.
  func missing(_ message: String, at location: SourceLocation) {
    add(.missingFile, message, at: location)
  }

  /// Ends the reading if anything was reported.
  ///
  /// - Throws: All the problems, as one error.
  package func throwIfAny() throws(ScenarioError) {
    if !isEmpty { throw ScenarioError(problems) }
  }

  private func add(
    _ kind: ScenarioProblem.Kind,
    _ message: @autoclosure () -> String,
    at location: SourceLocation,
  ) {
    let count = counts[location.file, default: 0] + 1
    counts[location.file] = count
    if count <= Self.limitPerFile { listed.append(ScenarioProblem(kind, at: location, message())) }
  }
}
