// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a value may be trusted.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  /// The figure stands in a published source.
  case published
  /// The figure is arithmetic from published figures.
  case derived
  /// The figure is an assumption.
  case assumed

  /// The word that people read.
  public var label: LocalizedText {
    switch self {
    case .published: LocalizedText("published", chinese: "公开发布")
    case .derived: LocalizedText("derived", chinese: "推算")
    case .assumed: LocalizedText("assumed", chinese: "假设")
    }
  }
}

/// A source of a value: a publication, or the reason of an assumption.
public struct Reference: Hashable, Sendable {
  /// The date of the value that the reference supports; `nil` supports all.
  public let supports: Month?
  /// The title of the publication, or the assumption in a sentence.
  public let title: String
  /// Who published it.
  public let publisher: String?
  /// An address or a file.
  public let location: String?
  /// When it was published, as the source writes it.
  public let date: String?
  /// Whether the reference states an assumption instead of a publication.
  public let isAssumption: Bool

  /// Creates a reference.
  ///
  /// - Parameters:
  ///   - supports: The date of the value that the reference supports; `nil` supports all.
  ///   - title: The title of the publication, or the assumption in a sentence.
  ///   - publisher: Who published it.
  ///   - location: An address or a file.
  ///   - date: When it was published.
  ///   - isAssumption: Whether the reference states an assumption.
  public init(
    supports: Month? = nil,
    title: String,
    publisher: String? = nil,
    location: String? = nil,
    date: String? = nil,
    isAssumption: Bool = false,
  ) {
    self.supports = supports
    self.title = title
    self.publisher = publisher
    self.location = location
    self.date = date
    self.isAssumption = isAssumption
  }
}

/// Where a parameter's values come from and who changed them.
public struct ParameterOrigin: Hashable, Sendable {
  /// The layer of a value that no file gives.
  package static let standardLayer = "standard value of the program"

  /// What the parameter means, in a sentence.
  public var description: LocalizedText
  /// How far the values may be trusted.
  public var confidence: Confidence
  /// The sources.
  public var references: [Reference]
  /// The files and command-line settings that gave the values, the one in force last.
  public var layers: [String]

  /// Creates an origin.
  ///
  /// - Parameters:
  ///   - description: What the parameter means.
  ///   - confidence: How far the values may be trusted.
  ///   - references: The sources.
  ///   - layers: The files and settings that gave the values, the one in force last.
  public init(
    description: LocalizedText = LocalizedText(""),
    confidence: Confidence = .assumed,
    references: [Reference] = [],
    layers: [String] = [],
  ) {
    self.description = description
    self.confidence = confidence
    self.references = references
    self.layers = layers
  }
}
