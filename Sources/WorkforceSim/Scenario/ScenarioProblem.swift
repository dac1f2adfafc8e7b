// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a scenario file, a parameter file or a table.
public struct SourceLocation: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file's path as the user would write it.
  public var file: String
  /// The line, counted from 1; 0 means the file as a whole.
  public var line: Int
  /// The column, counted from 1; 0 means the line as a whole.
  public var column: Int

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - file: The file's path as the user would write it.
  ///   - line: The line, counted from 1; 0 for the whole file.
  ///   - column: The column, counted from 1; 0 for the whole line.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place as `file:line:column`, as editors and compilers write it.
  public var description: String {
    if line == 0 { return file }
    if column == 0 { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }

  /// Orders places by file, line and column.
  ///
  /// - Parameters:
  ///   - left: The place to compare.
  ///   - right: The place to compare it with.
  /// - Returns: Whether `left` comes first.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// Something wrong with a scenario: where it is, what was found, and what to write instead.
public struct ScenarioProblem: Hashable, Sendable, CustomStringConvertible {
  /// Whether the problem lies in a file's content or in a file that is not there.
  public enum Kind: Hashable, Sendable {
    /// The content is wrong: exit code 65.
    case invalid
    /// A file is missing or cannot be read: exit code 66.
    case missingFile
  }

  /// Whether the content is wrong or a file is missing.
  public var kind: Kind
  /// Where the problem is.
  public var location: SourceLocation
  /// What was found, what is allowed and what to write, in whole sentences.
  public var message: String

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - kind: Whether the content is wrong or a file is missing.
  ///   - location: Where the problem is.
  ///   - message: What was found, what is allowed and what to write, in whole sentences.
  public init(_ kind: Kind = .invalid, at location: SourceLocation, _ message: String) {
    self.kind = kind
    self.location = location
    self.message = message
  }

  /// The problem as one line: place, colon, message.
  public var description: String { "\(location): \(message)" }
}

/// All the problems of a scenario; thrown once, after everything was read.
public struct ScenarioError: Error, Sendable, CustomStringConvertible {
  /// The problems, in the order of their places.
  public let problems: [ScenarioProblem]

  /// Creates the error.
  ///
  /// - Parameter problems: The problems found; put into the order of their places.
  public init(_ problems: [ScenarioProblem]) {
    self.problems = problems.sorted { ($0.location, $0.message) < ($1.location, $1.message) }
  }

  /// The problems, a line each, with their count at the end.
  public var description: String {
    let lines = problems.map(\.description)
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return (lines + ["\(count); nothing was run."]).joined(separator: "\n")
  }
}
