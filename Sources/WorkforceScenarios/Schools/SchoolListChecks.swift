// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that the rows of a list of schools fit together.
struct SchoolListChecks {
  let dimensions: Dimensions
  let method: SchoolMethod
  let problems: ProblemCollector

  /// Checks all rows.
  ///
  /// - Parameter rows: The rows in the order of the file.
  func check(_ rows: [SchoolRow]) {
    var byCode: [String: SchoolRow] = [:]
    for row in rows {
      if let first = byCode[row.code.text] {
        problems.report(
          "'\(row.code.name)' is '\(row.code.text)', as in line \(first.code.location.line). "
            + "Give each school another one.",
          at: row.code.location,
        )
      } else {
        byCode[row.code.text] = row
      }
    }
    for row in rows {
      if let receiver = row.receiver { check(receiver, of: row, among: byCode) }
    }
    if method == .list { checkPlaces(rows) }
  }

  private func check(_ receiver: LocatedText, of row: SchoolRow, among rows: [String: SchoolRow]) {
    let start = "'\(receiver.name)' is '\(receiver.text)', "
    guard receiver.text != row.code.text else {
      problems.report(start + "the school itself. Name another one.", at: receiver.location)
      return
    }
    guard let other = rows[receiver.text] else {
      let others = rows.keys.filter { $0 != row.code.text }.sorted()
      problems.report(
        start + "but no row has this code."
          + Suggestions.sentence(for: receiver.text, in: others),
        at: receiver.location,
      )
      return
    }
    if let reason = misfit(of: other, to: row) {
      problems.report(start + reason, at: receiver.location)
    }
  }

  /// Why a school cannot take the pupils of another.
  private func misfit(of other: SchoolRow, to row: SchoolRow) -> String? {
    let regions = dimensions[.region].codes
    if let own = row.region, let theirs = other.region, own != theirs {
      return "a school of the region '\(regions[theirs])', but this one is in '\(regions[own])'. "
        + "Name one of the same region."
    }
    if let own = row.stages, let theirs = other.stages,
      let stage = own.first(where: { !theirs.contains($0) })
    {
      return "which does not teach '\(dimensions[.stage].codes[stage])' as this school does. "
        + "Name one that teaches all its stages."
    }
    guard let closed = row.closed else { return nil }
    if let end = other.closed, end <= closed {
      return "which closes in \(end), but this school's pupils need one from \(closed) on. "
        + "Name one that stays."
    }
    if let start = other.opened, start > closed {
      return "which opens in \(start), but this school's pupils need one from \(closed) on. "
        + "Name one that is there."
    }
    return nil
  }

  /// Places are compared within a region, so there one place cannot stand beside hundreds.
  private func checkPlaces(_ rows: [SchoolRow]) {
    let regions = Set(rows.filter { $0.places != nil }.compactMap(\.region))
    for row in rows {
      guard let place = row.missingPlaces, let region = row.region, regions.contains(region) else {
        continue
      }
      problems.report(
        "the school '\(row.code.text)' has no places, but others of the region "
          + "'\(dimensions[.region].codes[region])' do. Write the places of all, or of none.",
        at: place,
      )
    }
  }
}
