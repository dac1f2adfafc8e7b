// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceReports
internal import WorkforceSim

extension SheetMaker {
  /// Every parameter that is assumed, with its values and the reason.
  var assumptions: SheetTable {
    let scenario = projection.scenario
    let assumed = scenario.parameters.parameters.filter { $0.origin.confidence == .assumed }
    return SheetTable(
      text(SheetWords.assumptions),
      meaning: text(SheetWords.assumptionMeaning),
      columns: [
        column("parameter", .text), column("description", .wrapped), column("range", .text),
        column("unit", .text), column("reason", .wrapped), column("layer", .wrapped),
      ],
      rows: assumed.map { parameter in
        let reasons = parameter.origin.references.map(\.title)
        return [
          parameter.name, text(parameter.origin.description), ParameterText.range(of: parameter),
          text(ParameterText.name(of: parameter.unit)), reasons.joined(separator: "\n"),
          text(ParameterText.layer(parameter.origin.layers.last ?? "")),
        ].map { .text($0) }
      },
    )
  }

  /// Every reference of every parameter and target.
  var sources: SheetTable {
    let scenario = projection.scenario
    let ofParameters = scenario.parameters.parameters.flatMap { parameter in
      parameter.origin.references.map { reference in
        row(
          reference,
          supports: parameter.name,
          meaning: text(parameter.origin.description),
          confidence: text(parameter.origin.confidence.label),
        )
      }
    }
    let ofTargets = scenario.targets.flatMap { target in
      target.references.map { reference in
        row(
          reference,
          supports: target.name,
          meaning: text(target.label),
          confidence: heading("target"),
        )
      }
    }
    return SheetTable(
      text(SheetWords.sources),
      meaning: text(SheetWords.sourceMeaning),
      columns: [
        column("subject_of_source", .text), column("description", .wrapped),
        column("confidence", .text), column("from", .text), column("publication", .wrapped),
        column("publisher", .wrapped), column("address", .text), column("date", .text),
      ],
      rows: ofParameters + ofTargets,
    )
  }

  private func column(_ name: String, _ style: CellStyle) -> SheetColumn {
    SheetColumn(header: heading(name), style: style)
  }

  private func row(
    _ reference: Reference,
    supports name: String,
    meaning: String,
    confidence: String,
  ) -> [SheetCell] {
    let title =
      reference.isAssumption
      ? text(SheetWords.assumed(reference.title)) : reference.title
    return [
      .text(name), .text(meaning), .text(confidence),
      reference.supports.map { .text($0.description) } ?? .empty, .text(title),
      reference.publisher.map { .text($0) } ?? .empty, Self.address(reference.location),
      reference.date.map { .text($0) } ?? .empty,
    ]
  }

  /// An address of the web as a link, a file as text.
  private static func address(_ location: String?) -> SheetCell {
    guard let location else { return .empty }
    let isWeb = location.hasPrefix("http://") || location.hasPrefix("https://")
    return isWeb ? .address(location) : .text(location)
  }
}
