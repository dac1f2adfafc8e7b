// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim
internal import Yams

/// A violation of YAML's grammar in our own words, with the place where the user should look.
struct YAMLSyntaxProblem {
  /// Where the user should look.
  let location: SourceLocation
  /// What is wrong and what to write.
  let message: String

  /// Said of nesting beyond the limit.
  static let tooDeep =
    "this is nested more than \(YAMLReader.nestingLimit) levels deep. Use fewer levels."

  /// Puts an error of Yams into words.
  ///
  /// - Parameters:
  ///   - error: The error.
  ///   - text: The text that Yams was given.
  ///   - file: The file's path as the user would write it.
  init(_ error: YamlError, text: String, file: String) {
    let (context, problem, mark): (YamlError.Context?, String, Mark)
    switch error {
    case .scanner(let found, let words, let place, _), .parser(let found, let words, let place, _),
      .composer(let found, let words, let place, _):
      (context, problem, mark) = (found, words, place)
    default:
      location = SourceLocation(file: file)
      message = "the YAML cannot be read: \(error)"
      return
    }
    let index = YAMLDisguise.index(in: text.unicodeScalars, line: mark.line, column: mark.column)
    let character = index.map { text.unicodeScalars[$0] }
    let opening = context?.mark.line
    // A key that has not ended goes on in the next line, where another one then goes wrong.
    let lines = text.lines(from: opening ?? max(1, mark.line - 1), through: mark.line)
    message =
      Self.message(problem, context?.text ?? "", character, openedOn: opening)
      + FullWidthMark.sentence(in: lines)
    let place = Self.beginsAtContext(problem, context?.text ?? "") ? context?.mark ?? mark : mark
    location = SourceLocation(file: file, line: place.line, column: place.column)
  }

  /// Whether the place where something began helps more than the place where it went wrong.
  private static func beginsAtContext(_ problem: String, _ context: String) -> Bool {
    problem == "could not find expected ':'"
      || (context == "while scanning a quoted scalar" && problem.hasPrefix("found unexpected"))
  }

  /// Says what a problem in libyaml's words means.
  private static func message(
    _ problem: String,
    _ context: String,
    _ character: Unicode.Scalar?,
    openedOn line: Int?,
  ) -> String {
    switch problem {
    case _ where problem.contains("tab character"),
      "found character that cannot start any token" where character == "\t":
      return "a tab stands where spaces are needed. Indent with spaces."
    case "found character that cannot start any token":
      return "a text cannot begin with '\(character.map(String.init) ?? "")'. "
        + "Put it in quotation marks."
    case "mapping values are not allowed in this context":
      return "a ':' is not allowed here. Indent the line like its neighbours, "
        + "or put a text that contains ': ' in quotation marks."
    case "could not find expected ':'":
      return "this line is neither a key nor part of the text above. Write 'key: value'."
    case "found unexpected end of stream", "found unexpected document indicator":
      return "the quotation mark that opens here is never closed. Add the closing one."
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return "a '\\' in double quotation marks begins a special character, but not this one. "
        + "Write '\\\\', or use single quotation marks."
    default:
      return structureMessage(problem, context, openedOn: line)
    }
  }

  /// Says what a problem between tokens means.
  private static func structureMessage(
    _ problem: String,
    _ context: String,
    openedOn line: Int?,
  ) -> String {
    switch problem {
    case "block sequence entries are not allowed in this context":
      return "a list item ('- ') is not allowed here. Begin the list on a line of its own."
    case "did not find expected '-' indicator":
      return "a list item ('- ') is expected here. Indent the line like the items above it."
    case "did not find expected key":
      return "a key is expected here. Indent the line like the keys above it."
    case "did not find expected ',' or ']'":
      return "the '[' of line \(line ?? 0) is not closed before this. Add ',' or ']'."
    case "did not find expected ',' or '}'":
      return "the '{' of line \(line ?? 0) is not closed before this. Add ',' or '}'."
    case "did not find expected node content":
      return "a value is expected here."
    case "but found another document":
      return "a second document begins here. Keep one document in a file."
    case "did not find expected <document start>":
      return "the file goes on after its first value ended. Indent it as one group of keys."
    case _ where problem.hasPrefix("Maximum nesting level"):
      return tooDeep
    default:
      return "this is not valid YAML: \(problem)\(context.isEmpty ? "" : " \(context)")."
    }
  }
}

extension String {
  /// Some of the text's lines, counted from 1.
  fileprivate func lines(from first: Int, through last: Int) -> String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .prefix(last).dropFirst(first - 1).joined(separator: "\n")
  }
}
