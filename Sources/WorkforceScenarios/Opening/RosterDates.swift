// SPDX-License-Identifier: GPL-3.0-or-later

extension LocatedText {
  /// The text with a date as rosters write it brought into the form `1978-03` or `1978-03-15`.
  ///
  /// Personnel tables write `1978.03`, `1978-3`, `1978/3/15`, `197803` and `1978年3月` as well. A text
  /// that is none of these stays as it is and is refused where it is read.
  package var inUsualDateForm: LocatedText {
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

  /// The year, month and day of six or eight digits in a row.
  private static func parts(ofDigits text: String) -> [String] {
    guard [6, 8].contains(text.utf8.count) else { return [text] }
    let month = text.index(text.startIndex, offsetBy: 4)
    let day = text.index(month, offsetBy: 2)
    let parts = [text[..<month], text[month..<day], text[day...]].map(String.init)
    return parts.filter { !$0.isEmpty }
  }
}
