// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Makes sure that every parameter has a value in the first month for which the model asks.
struct DateChecks {
  let store: ParameterStore
  let set: ParameterSet
  let calendar: SchoolCalendar
  let declared: DeclaredDimensions
  let switches: SectionSwitches
  let names: ParameterNames
  let problems: ProblemCollector

  /// Checks all parameters.
  func check() {
    for parameter in set.parameters {
      checkDating(of: parameter)
      let first = parameter.dated[0].from
      guard let (month, reason) = firstMonth(of: parameter), first > month else { continue }
      problems.report(
        "the first value of \(parameter.name) is from \(first)-01, but \(reason) asks for "
          + "\(month)-01. Add a value from then or earlier.",
        at: store.place(of: parameter.name),
      )
    }
  }

  private func dating(of parameter: Parameter) -> ParameterDating {
    guard case .known(let definition) = names.match(parameter.name) else { return .yearly }
    return definition.dating
  }

  /// Refuses dates that the model would never look at.
  private func checkDating(of parameter: Parameter) {
    switch dating(of: parameter) {
    case .yearly:
      return
    case .bySteps:
      guard parameter.afterLast != .hold else { return }
      problems.report(
        "\(parameter.name) is read by its dates alone, so 'afterLastValue' has to be hold. "
          + "Write the later values with their dates.",
        at: store.place(of: parameter.name),
      )
    case .atOpening:
      let dates = parameter.dated.dropFirst().map(\.from) + parameter.adjustments.compactMap(\.from)
      guard let late = dates.first(where: { $0 > calendar.openingMonth }) else { return }
      problems.report(
        "\(parameter.name) is read at the opening, \(calendar.openingMonth)-01, so a value from "
          + "\(late)-01 has no effect. Change the value that holds at the opening.",
        at: store.place(of: parameter.name),
      )
    }
  }

  /// The first month for which the model asks, and what asks.
  private func firstMonth(of parameter: Parameter) -> (Month, String)? {
    let opening = (calendar.openingMonth, "the opening stock")
    // What is read by its steps holds its first value before its first date.
    if dating(of: parameter) == .bySteps { return nil }
    if parameter.name == "enrolment.births" { return firstBirths ?? opening }
    let parts = parameter.name.split(separator: ".")
    if parts.count == 3, parts[0] == "recruitment", parts[2] == "intake",
      let position = declared.dimensions[.channel].codes.firstIndex(of: String(parts[1]))
    {
      return declared.channels[position].kind == .pipeline
        ? firstIntake(ofChannel: String(parts[1])) : nil
    }
    return opening
  }

  /// January of the year in which the oldest children of the opening were born.
  private var firstBirths: (Month, String)? {
    guard switches.enrolment == .cohort, let age = declared.entries.map(\.age).max() else {
      return nil
    }
    let hasPupils = store.parameters["enrolment.opening_pupils"] != nil
    let back = hasPupils ? 0 : declared.dimensions.count(.grade)
    let year = calendar.firstYear - back - age - 1
    return (
      Month(year: year, month: 1),
      hasPupils ? "the first intake of pupils" : "the oldest pupils of the opening",
    )
  }

  /// The counting month in which the first graduates began to study.
  private func firstIntake(ofChannel code: String) -> (Month, String)? {
    guard let years = set.reference(to: "recruitment.\(code).study_years") else { return nil }
    let draw = ParameterDraw(set, key: nil)
    let months = calendar.years.compactMap { year -> Month? in
      let month = calendar.countMonth(of: year)
      guard set[years].dated[0].from <= month else { return nil }
      return month + -Int(draw.number(of: years, at: month).rounded()) * 12
    }
    return months.min().map { ($0, "the first intake to arrive") }
  }
}
