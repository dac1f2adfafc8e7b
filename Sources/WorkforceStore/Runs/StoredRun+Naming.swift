// SPDX-License-Identifier: GPL-3.0-or-later

extension StoredRun {
  /// The fewest digits by which a fingerprint is recognised.
  private static let fewestDigits = 4

  /// The runs that a word of the command line names: by id, else by name, else by fingerprint.
  ///
  /// - Parameters:
  ///   - word: An id, a name, or the first digits of the scenario's fingerprint, four at least.
  ///   - runs: The runs of the store.
  /// - Returns: The runs; several if they share the digits.
  package static func named(_ word: String, among runs: [StoredRun]) -> [StoredRun] {
    if let id = Int64(word), let run = runs.first(where: { $0.id == id }) { return [run] }
    if let run = runs.first(where: { $0.name == word }) { return [run] }
    guard word.count >= fewestDigits else { return [] }
    return runs.filter { $0.description.key.scenario.hasPrefix(word.lowercased()) }
  }

  /// What keeps a word from being the name of a run: it could be mistaken for something else.
  ///
  /// - Parameter word: The word.
  /// - Returns: What is wrong with it, as the end of a sentence; `nil` if nothing is.
  package static func problem(ofName word: String) -> String? {
    if word.isEmpty { return "is empty" }
    if word.allSatisfy({ $0.isASCII && $0.isNumber }) { return "would be taken for an id" }
    if word.contains("/") { return "would be taken for a folder" }
    if word.hasPrefix("-") { return "would be taken for an option" }
    if word.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "has characters that do not show"
    }
    return nil
  }
}
