// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension LocatedText {
  /// Reads a number.
  ///
  /// - Parameters:
  ///   - range: The numbers that are allowed; infinite bounds are open.
  ///   - meaning: What the number is, for messages: "a probability".
  ///   - problems: Takes what is wrong.
  /// - Returns: The number, or nil if the text is something else or out of range.
  package func number(
    in range: ClosedRange<Double> = -.infinity ... .infinity,
    meaning: String = "the value",
    reporting problems: ProblemCollector,
  ) -> Double? {
    guard isUnquoted("a number", reporting: problems) else { return nil }
    guard NumberGrammar.isNumber(text) else {
      let repair = NumberGrammar.repaired(text) ?? "a number such as 1200 or 0.05"
      let mark = FullWidthMark.sentence(in: text)
      problems.report(
        "'\(name)' is '\(text)', not a number. Write \(repair).\(mark)",
        at: location,
      )
      return nil
    }
    guard let value = Double(text), value.isFinite else {
      problems.report("'\(name)' is \(text), which is too large for a number.", at: location)
      return nil
    }
    guard range.contains(value) else {
      let bounds = Self.bounds(
        range.lowerBound.isFinite ? range.lowerBound.exactText : nil,
        range.upperBound.isFinite ? range.upperBound.exactText : nil,
      )
      problems.report(
        "'\(name)' is \(text), but \(meaning) \(bounds)." + percentSentence(value, in: range),
        at: location,
      )
      return nil
    }
    return value
  }

  /// Reads a whole number.
  ///
  /// - Parameters:
  ///   - range: The numbers that are allowed; the bounds of `Int` are open.
  ///   - meaning: What the number is, for messages: "an age".
  ///   - problems: Takes what is wrong.
  /// - Returns: The number, or nil if the text is something else or out of range.
  package func integer(
    in range: ClosedRange<Int> = .min ... .max,
    meaning: String = "the value",
    reporting problems: ProblemCollector,
  ) -> Int? {
    guard isUnquoted("a whole number", reporting: problems) else { return nil }
    guard NumberGrammar.isInteger(text) else {
      problems.report(
        "'\(name)' is '\(text)', not a whole number. Write \(wholeNumberRepair).",
        at: location,
      )
      return nil
    }
    guard let value = Int(text) else {
      problems.report("'\(name)' is \(text), which is too large for a number.", at: location)
      return nil
    }
    guard range.contains(value) else {
      let bounds = Self.bounds(
        range.lowerBound == .min ? nil : "\(range.lowerBound)",
        range.upperBound == .max ? nil : "\(range.upperBound)",
      )
      problems.report("'\(name)' is \(text), but \(meaning) \(bounds).", at: location)
      return nil
    }
    return value
  }

  /// Says that a spreadsheet has shortened a long number to one such as `1.42301E+17`.
  var lossOfDigits: String? {
    guard NumberGrammar.isNumber(text), text.lowercased().contains("e+") else { return nil }
    return "'\(name)' is \(text): Excel has shortened a long number, and its digits are lost. "
      + "Format the column as text before the numbers are pasted, and save it again."
  }

  /// The whole number that was probably meant, or an example.
  private var wholeNumberRepair: String {
    guard let number = NumberGrammar.repaired(text), let value = Double(number),
      let whole = Int(exactly: value)
    else { return "digits only, such as 1200" }
    return "\(whole)"
  }

  /// Says between which numbers a number lies.
  private static func bounds(_ lower: String?, _ upper: String?) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      lower == upper ? "can only be \(lower)" : "lies between \(lower) and \(upper)"
    case (let lower?, nil): "is at least \(lower)"
    case (nil, let upper?): "is at most \(upper)"
    case (nil, nil): "is finite"
    }
  }

  /// Proposes the share that a percentage was probably meant to be.
  private func percentSentence(_ value: Double, in range: ClosedRange<Double>) -> String {
    guard range.upperBound == 1, range.lowerBound >= 0, value > 1, value <= 100,
      let share = NumberGrammar.hundredth(of: text)
    else { return "" }
    return " Write \(share) for \(text) %."
  }
}
