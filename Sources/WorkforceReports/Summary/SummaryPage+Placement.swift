// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension SummaryPage {
  /// What placement and rotation did in the last year, in a few sentences; none without schools.
  var placementSection: [String] {
    guard let placement = summary.placement else { return [] }
    let year = years.upperBound
    let phrases =
      [rotation(placement, in: year), standby(placement, in: year)].compactMap(\.self)
      + balance(placement, in: year)
    guard !phrases.isEmpty else { return [] }
    // A command that is broken over lines cannot be copied.
    let pointer = place.map { [page.text(Phrase.more("\($0.show) --placement"))] } ?? []
    return page.heading(Phrase.placement(in: year))
      + phrases.flatMap(page.sentence) + pointer
  }

  private func rotation(_ placement: PlacementFigures, in year: Int) -> LocalizedText? {
    placement.rotationShare(year).map { share in
      Phrase.rotation(
        rotated: grouped(placement.means.sum("rotated", year), decimals: 0),
        due: grouped(placement.means.sum("due_to_rotate", year), decimals: 0),
        share: share,
        duty: placement.dutyMet(year),
      )
    }
  }

  private func standby(_ placement: PlacementFigures, in year: Int) -> LocalizedText? {
    guard placement.means.sum("covered", year) > 0 else { return nil }
    return Phrase.standby(grouped(placement.means.sum("standby", year), decimals: 0))
  }

  /// Stages that the standard limits, or else how uneven pupils per teacher are.
  private func balance(_ placement: PlacementFigures, in year: Int) -> [LocalizedText] {
    let stages = placement.means.stages
    let limited = stages.indices.filter { stage in
      placement.limit(year, stage: stage) != nil
        && placement.overLimit(year, stage: stage).total > 0
    }
    if !limited.isEmpty {
      return [
        Phrase.overLimit(limited.map { (stages[$0].label, placement.overLimit(year, stage: $0)) })
      ]
    }
    let uneven = stages.indices.compactMap { stage in
      placement.medianRegion("pupils_per_teacher_cv_after", year, stage: stage).map {
        (stages[stage].label, $0)
      }
    }
    return uneven.isEmpty ? [] : [Phrase.unevenness(uneven)]
  }
}
