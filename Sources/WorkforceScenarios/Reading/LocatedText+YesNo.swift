// SPDX-License-Identifier: GPL-3.0-or-later

extension LocatedText {
  /// Reads yes or no as tables write it, in English, in Chinese or as 1 and 0.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The truth value, or nil if the text is something else.
  package func yesOrNo(reporting problems: ProblemCollector) -> Bool? {
    switch text.lowercased() {
    case "yes", "是", "1", "true": return true
    case "no", "否", "0", "false": return false
    default:
      problems.report("'\(name)' is '\(text)'. Write yes or no (是 or 否, 1 or 0).", at: location)
      return nil
    }
  }
}
