// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that values fit together in every year that is simulated, as the model reads them.
///
/// Trends, indices and factors of scenarios can lead values that fit as they are written to where they
/// fit no more. Looked at are the values themselves and the means of those that are drawn.
struct SimulatedValueChecks {
  private let store: ParameterStore
  private let set: ParameterSet
  private let draw: ParameterDraw
  private let calendar: SchoolCalendar
  private let dimensions: Dimensions
  private let problems: ProblemCollector

  /// Prepares the checks.
  ///
  /// - Parameters:
  ///   - store: Where the values stand.
  ///   - set: The parameters, which have values from the opening on.
  ///   - calendar: The years.
  ///   - dimensions: The scenario's dimensions.
  ///   - problems: Takes what is wrong.
  init(
    store: ParameterStore,
    set: ParameterSet,
    calendar: SchoolCalendar,
    dimensions: Dimensions,
    problems: ProblemCollector,
  ) {
    self.store = store
    self.set = set
    self.draw = ParameterDraw(set, key: nil)
    self.calendar = calendar
    self.dimensions = dimensions
    self.problems = problems
  }

  /// Checks the years, and reports the first one that is wrong for each parameter.
  func check() {
    checkSums("titles.transitions", along: .nextTitle, outOf: .title, mayStay: false)
    checkSums("enrolment.progression", along: .nextGrade, outOf: .grade, mayStay: true)
    checkSums("enrolment.relocation", along: .nextLocation, outOf: .location, mayStay: false)
    for name in ["population.second_subject", "recruitment.second_subject"] {
      checkSums(name, along: .nextSubject, outOf: .subject, mayStay: true, what: "have one")
    }
    checkLoad()
  }

  /// The days of the opening and of the years, on which the model reads values.
  private var days: [Month] {
    [calendar.openingMonth] + calendar.years.map { calendar.countMonth(of: $0) }
  }

  // MARK: - Sums

  /// Shares that go to the members of an axis cannot add up to more than one.
  ///
  /// - Parameters:
  ///   - name: The parameter's name.
  ///   - axis: The axis.
  ///   - origin: The axis of those out of whom they go; values that do not depend on it are the same
  ///     for all of its members.
  ///   - mayStay: Whether the share of those who stay what they are is one of them.
  ///   - what: What at most all can do.
  private func checkSums(
    _ name: String,
    along axis: Axis,
    outOf origin: Axis,
    mayStay: Bool,
    what: String = "move on",
  ) {
    guard let reference = set.reference(to: name) else { return }
    for day in days {
      let values = draw.values(of: reference, at: day)
      let places = values.member(0, of: axis)
      let shares = (0..<dimensions.count(origin)).map { values.member($0, of: axis).values }
      for place in places.values.indices {
        for from in members(of: origin, at: place, in: places) {
          let moving = shares.indices.filter { mayStay || $0 != from }
          let sum = moving.reduce(0) { $0 + shares[$1][place] }
          guard sum > 1 + ShareSums.tolerance else { continue }
          return report(sum, of: name, on: day, at: place, in: places, what: what)
        }
      }
    }
  }

  /// The members of an axis for which values at a place hold: one, or all if they do not depend on it.
  private func members(of axis: Axis, at place: Int, in values: ParameterValues) -> Range<Int> {
    let count = dimensions.count(axis)
    guard values.axes.contains(axis) else { return 0..<count }
    let member = place / values.stride(of: axis) % count
    return member..<member + 1
  }

  private func report(
    _ sum: Double,
    of name: String,
    on day: Month,
    at place: Int,
    in values: ParameterValues,
    what: String,
  ) {
    let grid = ValueGrid(
      axes: values.axes,
      dimensions: dimensions,
      addsUpAlong: nil,
      problems: problems,
    )
    let origin = values.axes.isEmpty ? "" : " out of \(grid.name(of: place))"
    problems.report(
      "the shares of \(name)\(since(day))\(origin) add up to \(sum.roundedText), but at most 1 can "
        + "\(what). Write smaller shares, or a smaller trend or factor on them.",
      at: store.place(of: name),
    )
  }

  /// When it begins to be wrong; nothing if it is from the opening on.
  private func since(_ day: Month) -> String {
    day == calendar.openingMonth ? "" : " on \(day)-01"
  }

  // MARK: - Lessons

  /// The least load of a teacher by which lessons are divided.
  private static let leastLoad = 0.01

  /// Lessons are divided by the load of those who give them.
  private func checkLoad() {
    guard let load = set.reference(to: "need.weekly_load"),
      let periods = set.reference(to: "need.weekly_periods")
    else { return }
    for day in days {
      let (loads, lessons) = (draw.values(of: load, at: day), draw.values(of: periods, at: day))
      for (grade, stage) in dimensions.stageOfGrade.enumerated() {
        for field in dimensions.fields where field.stage == stage {
          let least = loads[(.stage, stage), (.subject, field.subject)]
          guard lessons[(.grade, grade), (.subject, field.subject)] > 0, least < Self.leastLoad
          else { continue }
          problems.report(
            "need.weekly_load is \(least.roundedText)\(since(day)), but it must be at least "
              + "\(Self.leastLoad.exactText) where lessons are given. Write a larger number, or "
              + "another trend or factor on it.",
            at: store.place(of: "need.weekly_load"),
          )
          return
        }
      }
    }
  }
}
