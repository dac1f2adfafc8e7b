// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// What the top of a scenario says: names, years, seed, replications, method.
struct ScenarioSettings {
  var title = WorkforceSim.LocalizedText("")
  var summary = WorkforceSim.LocalizedText("")
  /// The simulated years; nil if they have problems.
  var calendar: SchoolCalendar?
  var seed: UInt64 = 1
  var replications = 1
  var method = ProjectionMethod.individuals

  /// The years that may be simulated; identities of hires and compact months hold more.
  static let yearRange = 1950...2999
  /// The largest number of simulated years.
  static let yearLimit = 200

  /// Reads the settings.
  ///
  /// - Parameters:
  ///   - root: The keys of the scenario.
  ///   - shortName: The name that is used if the scenario gives none.
  init(_ root: KeyedReader, shortName: String) {
    _ = root.node("format")
    title = root.optionalLocalizedText("name")?.label ?? WorkforceSim.LocalizedText(shortName)
    summary = root.optionalLocalizedText("description")?.label ?? summary
    if let years = root.mapping("years") { calendar = Self.calendar(years) }
    if let seed = root.optionalInteger("seed", in: 0...Int.max, meaning: "a seed") {
      self.seed = UInt64(seed)
    }
    replications =
      root.optionalInteger(
        "replications",
        in: 1...1_000_000,
        meaning: "the number of replications",
      ) ?? 1
    let methods = ProjectionMethod.allCases.map(\.rawValue)
    method =
      root.optionalChoice("method", of: methods).flatMap(ProjectionMethod.init(rawValue:))
      ?? .individuals
  }

  private static func calendar(_ years: KeyedReader) -> SchoolCalendar? {
    let range = years.firstAndLastYear()
    let month = years.optionalInteger("begin_in_month", in: 1...12, meaning: "a month")
    years.finish()
    guard let range else { return nil }
    let (first, last) = (range.lowerBound, range.upperBound)
    guard last - first < yearLimit else {
      years.problems.report(
        "'years' has \(last - first + 1) years, but at most \(yearLimit) are simulated."
          + " Write last: \(first + yearLimit - 1) or earlier.",
        at: years.location(of: "last"),
      )
      return nil
    }
    return SchoolCalendar(firstMonthOfYear: month ?? 9, firstYear: first, lastYear: last)
  }
}

extension KeyedReader {
  /// Reads the school years from `first` to `last`.
  ///
  /// - Returns: The years, or nil if a problem was reported.
  func firstAndLastYear() -> ClosedRange<Int>? {
    let range = ScenarioSettings.yearRange
    let first = integer("first", in: range, meaning: "a school year")
    let last = integer("last", in: range, meaning: "a school year")
    guard let first, let last else { return nil }
    guard first <= last else {
      problems.report(
        "'\(name(of: "last"))' is \(last), but the first year is \(first). "
          + "Write \(first) or later.",
        at: location(of: "last"),
      )
      return nil
    }
    return first...last
  }
}

extension LocalizedText {
  /// The text with the missing language filled in.
  var label: WorkforceSim.LocalizedText {
    let english = en ?? plain ?? zh ?? ""
    return WorkforceSim.LocalizedText(english, chinese: zh ?? plain ?? english)
  }
}
