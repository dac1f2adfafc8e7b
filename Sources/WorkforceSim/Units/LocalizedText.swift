// SPDX-License-Identifier: GPL-3.0-or-later

/// The languages that output is written in.
public enum Language: String, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case chinese = "zh"
}

/// A label in English and Chinese.
public struct LocalizedText: Hashable, Sendable {
  /// The English text.
  public let english: String
  /// The Chinese text.
  public let chinese: String

  /// Creates a label; a language that is missing takes the other's text.
  ///
  /// - Parameters:
  ///   - english: The English text.
  ///   - chinese: The Chinese text; `nil` takes the English one.
  public init(_ english: String, chinese: String? = nil) {
    self.english = english
    self.chinese = chinese ?? english
  }

  /// The text in one language.
  ///
  /// - Parameter language: The language wanted.
  /// - Returns: The text in that language.
  public func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
