// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  static let whatDiffers = LocalizedText("what", chinese: "项目")
  static let scenariosAlike = LocalizedText(
    "The two scenarios do not differ.",
    chinese: "两个情景没有差别。",
  )
  static let otherOrder = LocalizedText("in another order", chinese: "顺序不同")

  static func value(_ value: LocalizedText, from date: Month) -> LocalizedText {
    LocalizedText("\(value.english) from \(date)", chinese: "自\(date)为\(value.chinese)")
  }

  /// Parts of a sentence.
  static func clauses(_ parts: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      parts.map(\.english).joined(separator: ", "),
      chinese: parts.map(\.chinese).joined(separator: "，"),
    )
  }

  static func values(_ range: String, by axes: [LocalizedText]) -> LocalizedText {
    guard !axes.isEmpty else { return LocalizedText(range) }
    let names = list(axes)
    return LocalizedText("\(range) by \(names.english)", chinese: "\(range)，按\(names.chinese)")
  }

  /// A section with the name that files have for it.
  static func section(_ section: String) -> LocalizedText {
    LocalizedText("section \(section)", chinese: "\(name(ofSection: section).chinese)（\(section)）")
  }
}
