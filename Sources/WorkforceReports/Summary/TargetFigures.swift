// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// A published figure beside the model's, as the page shows it.
struct TargetFigures: Sendable {
  /// The target's short name.
  let name: String
  /// The name that people read.
  let label: LocalizedText
  /// The published figure.
  let published: Double
  /// How the figure was used.
  let kind: TargetKind
  /// The model's figure.
  let statistic: Statistic
  /// The model's mean over the published figure, less one.
  let relativeError: Double
  /// Whether the model's mean lies within the tolerance.
  let isMet: Bool
  /// Whether the published figure lies within the model's band.
  let isInBand: Bool
}

extension TargetFigures {
  init(_ result: TargetResult) {
    self.init(
      name: result.target.name,
      label: result.target.label,
      published: result.target.published,
      kind: result.target.kind,
      statistic: result.statistic,
      relativeError: result.relativeError,
      isMet: result.isMet,
      isInBand: result.isInBand,
    )
  }
}
