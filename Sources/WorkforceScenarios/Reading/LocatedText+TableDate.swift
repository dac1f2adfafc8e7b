// SPDX-License-Identifier: GPL-3.0-or-later

extension LocatedText {
  /// Reads a date of a table, in the forms that personnel tables and spreadsheets write.
  ///
  /// - Parameter problems: Takes what is wrong.
  /// - Returns: The date, or nil if the text is something else.
  package func tableDate(reporting problems: ProblemCollector) -> CalendarDate? {
    guard !isInUsualDateForm, let message = spreadsheetDamage else {
      return inUsualDateForm.date(reporting: problems)
    }
    problems.report(message, at: location)
    return nil
  }

  /// What a spreadsheet has made of a date, if that can no longer be read as one.
  private var spreadsheetDamage: String? {
    if let year = text.wholeMatch(of: /(\d{4})\.1/)?.1 {
      return "'\(name)' is \(text), which is January or October: Excel shortens \(year).10 to "
        + "\(year).1. Write \(year)-01 or \(year)-10."
    }
    if text.wholeMatch(of: /\d{5}(\.\d+)?/) != nil {
      return "'\(name)' is \(text), which is how Excel counts days. " + Self.excelAdvice
    }
    if let day = text.wholeMatch(of: /([^ T]+)[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?/)?.1 {
      var date = self
      date.text = String(day)
      guard CalendarDate(date.inUsualDateForm.text) != nil else { return nil }
      return "'\(name)' is '\(text)', a date with a time of day. Write "
        + "\(date.inUsualDateForm.text). " + Self.excelAdvice
    }
    return nil
  }

  private static let excelAdvice =
    "In Excel, format the column as text or as yyyy-mm before saving."

  /// The text with a date as rosters write it brought into the form `1978-03` or `1978-03-15`.
  ///
  /// Personnel tables write `1978.03`, `1978-3`, `1978/3/15`, `197803` and `1978年3月` as well. A text
  /// that is none of these stays as it is and is refused where it is read.
  private var inUsualDateForm: LocatedText {
    guard !isInUsualDateForm else { return self }
    var result = self
    let parts = text.split { "-./年月日".contains($0) }
    let digits = parts.count == 1 ? Self.parts(ofDigits: String(parts[0])) : parts.map(String.init)
    guard (2...3).contains(digits.count), digits[0].utf8.count == 4,
      digits.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
      digits.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return self }
    result.text = digits.map { $0.utf8.count == 1 ? "0\($0)" : $0 }.joined(separator: "-")
    return result
  }

  /// Whether the text is digits like 1985-03 or 1985-03-01 already, as most are.
  private var isInUsualDateForm: Bool {
    let bytes = text.utf8.span
    guard bytes.count == 7 || bytes.count == 10 else { return false }
    for place in bytes.indices {
      let isDigit = bytes[place] >= UInt8(ascii: "0") && bytes[place] <= UInt8(ascii: "9")
      let isHyphen = bytes[place] == UInt8(ascii: "-")
      guard place == 4 || place == 7 ? isHyphen : isDigit else { return false }
    }
    return true
  }

  /// The year, month and day of six or eight digits in a row.
  private static func parts(ofDigits text: String) -> [String] {
    // Only then is a character a byte.
    let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, [6, 8].contains(text.utf8.count) else { return [text] }
    let month = text.index(text.startIndex, offsetBy: 4)
    let day = text.index(month, offsetBy: 2)
    let parts = [text[..<month], text[month..<day], text[day...]].map(String.init)
    return parts.filter { !$0.isEmpty }
  }
}
