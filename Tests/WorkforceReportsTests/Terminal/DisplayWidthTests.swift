// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceReports

struct DisplayWidthTests {
  /// Classes by EastAsianWidth.txt of the Unicode Character Database.
  @Test(arguments: [
    ("", 0), ("gap", 3), ("教师", 4), ("e\u{301}", 1), ("\u{301}", 0), ("。，", 4), ("ＡＢ", 4),
    ("한국", 4), ("かな", 4), ("\u{3000}", 2), ("é…─█░·", 6), ("ｱ", 1), ("￥", 2), ("¥", 1),
    ("\u{200B}", 0), ("\u{1F600}", 2), ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", 2),
    ("\u{1F1E8}\u{1F1F3}", 2), ("\u{20000}", 2), ("\u{303F}", 1), ("\u{7}", 0), ("吕liang", 7),
  ])
  func `text takes the columns of its class`(text: String, columns: Int) {
    #expect(displayWidth(of: text) == columns)
  }

  @Test(arguments: [
    ("数学教师", 8, "数学教师"), ("数学教师", 7, "数学教…"), ("数学教师", 6, "数学…"),
    ("shortage", 5, "shor…"), ("ab", 1, "…"), ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
  ])
  func `long text is cut at a whole character`(text: String, columns: Int, expected: String) {
    #expect(truncate(text, columns: columns) == expected)
    #expect(displayWidth(of: expected) <= columns)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_738, "1,738"), (-1_738, "-1,738"), (-100, "-100"),
    (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `whole numbers have a comma at every thousand`(value: Int, text: String) {
    #expect(grouped(value) == text)
  }

  @Test(arguments: [
    (1_738.5, 2, "1,738.50"), (-0.001, 2, "0.00"), (999_999.96, 1, "1,000,000.0"),
    (1_234.0, 0, "1,234"), (0.1234, 4, "0.1234"), (.nan, 1, ""),
  ])
  func `numbers keep their decimals`(value: Double, decimals: Int, text: String) {
    #expect(grouped(value, decimals: decimals) == text)
  }
}
