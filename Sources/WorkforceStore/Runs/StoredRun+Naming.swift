// SPDX-License-Identifier: GPL-3.0-or-later

extension StoredRun {
  /// The fewest digits by which a fingerprint is recognised.
  private static let fewestDigits = 4

  /// The runs that a word of the command line names: by id and by name, else by fingerprint.
  ///
  /// - Parameters:
  ///   - word: An id, a name, or the first digits of the scenario's fingerprint, four at least.
  ///   - runs: The runs of the store.
  /// - Returns: The runs; several if they share the digits, or if one has another's id as its name.
  package static func named(_ word: String, among runs: [StoredRun]) -> [StoredRun] {
    let id = Int64(word)
    let named = runs.filter { $0.id == id || $0.name == word }
    guard named.isEmpty, word.count >= fewestDigits else { return named }
    return runs.filter { $0.description.key.scenario.hasPrefix(word.lowercased()) }
  }

  /// What keeps a word from being the name of a run: it could be mistaken for something else.
  ///
  /// - Parameter word: The word.
  /// - Returns: What is wrong with it, as the end of a sentence; `nil` if nothing is.
  package static func problem(ofName word: String) -> String? {
    if word.isEmpty { return "is empty" }
    if word.unicodeScalars.contains(where: \.doesNotShow) {
      return "has characters that do not show"
    }
    if word.allSatisfy(\.isWhitespace) { return "has nothing but spaces" }
    if Int64(word) != nil || word.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return "would be taken for an id"
    }
    if word.contains("/") || word == "." || word == ".." { return "would be taken for a folder" }
    if word.hasPrefix("-") { return "would be taken for an option" }
    return nil
  }

  /// The name of a run that the user has not named: the scenario's, brought into the form of a name.
  ///
  /// What does not show, and slashes, become spaces; then spaces at both ends and dashes at the beginning
  /// go. What still is no name has `run-` before it, such as `run-2026`.
  ///
  /// - Parameter word: The scenario's short name.
  /// - Returns: A name that the rule allows; the word itself if it is one.
  static func allowedName(_ word: String) -> String {
    guard problem(ofName: word) != nil else { return word }
    let shown = word.unicodeScalars.map { $0.doesNotShow || $0 == "/" ? " " : Character($0) }
    let words = String(shown).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let name = String(words.drop { $0 == "-" || $0 == " " })
    if name.isEmpty { return "run" }
    return problem(ofName: name) == nil ? name : "run-\(name)"
  }
}

extension Unicode.Scalar {
  /// Whether it is no sign but steers what shows it, or ends a line.
  fileprivate var doesNotShow: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
