// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// How a page is set: for how many columns, with which signs and in which language.
package struct PageSetting: Sendable {
  private static let narrowestPage = 60

  /// The columns of a line; tables may be wider, since no number is cut.
  package let width: Int
  /// What the terminal can show.
  package let style: Style
  /// The language.
  package let language: Language

  /// Creates a setting.
  ///
  /// - Parameters:
  ///   - width: The columns of the terminal; a page has 60 at least.
  ///   - style: What the terminal can show.
  ///   - language: The language.
  package init(width: Int, style: Style = .plain, language: Language) {
    self.width = max(width, Self.narrowestPage)
    self.style = style
    self.language = language
  }

  /// Writes figures in the signs that the terminal can show.
  var signs: FigureText { FigureText(style) }

  /// A phrase in the language of the page.
  func text(_ phrase: LocalizedText) -> String { phrase.text(in: language) }

  /// A text, broken into lines.
  func wrapped(_ text: String) -> [String] { wrap(text, columns: width) }

  /// A phrase, broken into lines.
  func sentence(_ phrase: LocalizedText) -> [String] { wrapped(text(phrase)) }

  /// A phrase above what it is about, broken into lines.
  func heading(_ phrase: LocalizedText) -> [String] {
    sentence(phrase).map { style.paint($0, .bold) }
  }

  /// Sections with an empty line between them; one without content is left out.
  func joined(_ sections: [[String]]) -> [String] {
    Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
  }
}

extension TextTable {
  /// The lines of the table on a page.
  func lines(on page: PageSetting) -> [String] { lines(width: page.width, style: page.style) }
}

extension YearTable {
  /// The lines of the table on a page.
  func lines(on page: PageSetting) -> [String] { lines(width: page.width, style: page.style) }
}

extension LineChart {
  private static let widest = 100

  /// The lines of the chart on a page.
  func lines(on page: PageSetting, height: Int) -> [String] {
    lines(width: min(page.width, Self.widest), height: height, style: page.style)
  }
}
