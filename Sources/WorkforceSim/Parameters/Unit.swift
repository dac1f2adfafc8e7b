// SPDX-License-Identifier: GPL-3.0-or-later

/// The unit of a parameter; a closed list, so that a misspelt unit is found.
public enum Unit: String, Hashable, Sendable, CaseIterable {
  /// The chance that something happens to one person within a year.
  case probabilityPerYear = "probability per year"
  /// A part of a whole.
  case share
  /// A share of the relevant total, as relative weights that are scaled to one.
  case weight
  /// A number that multiplies another value.
  case factor
  /// The shape of a negative binomial number; the smaller, the more uneven.
  case dispersion
  /// A relative change in a year; 0.02 is two percent more.
  case changePerYear = "change per year"
  /// People, as heads.
  case persons
  /// People in a year, as heads.
  case personsPerYear = "persons per year"
  /// Pupils, as heads.
  case pupils
  /// Pupils for each member of staff.
  case pupilsPerStaff = "pupils per staff"
  /// Pupils for each teacher.
  case pupilsPerTeacher = "pupils per teacher"
  /// Pupils in a class.
  case pupilsPerClass = "pupils per class"
  /// Staff for each class.
  case staffPerClass = "staff per class"
  /// Teachers for each class.
  case teachersPerClass = "teachers per class"
  /// Full-time equivalents for each user of a service.
  case fullTimeEquivalentsPerUser = "full-time equivalents per user"
  /// Lessons in a week.
  case periodsPerWeek = "periods per week"
  /// Full-time equivalents.
  case fullTimeEquivalents = "full-time equivalents"
  /// Authorised posts.
  case posts
  /// Schools.
  case schools
  /// Places that a channel offers in a year.
  case placesPerYear = "places per year"
  /// Applicants for each place.
  case applicantsPerPlace = "applicants per place"
  /// A length of time in years.
  case years
  /// A length of time in months.
  case months
  /// A length of time in birth months.
  case birthMonths = "birth months"
  /// A calendar month, written `1965-01`.
  case month
  /// Money, in the scenario's currency, for each time that it is paid.
  case moneyPerPayment = "money per payment"
  /// Money, in the scenario's currency, in a year.
  case moneyPerYear = "money per year"
  /// Steps on the salary scale.
  case salarySteps = "salary steps"
  /// A month of the year, 1 to 12.
  case monthOfYear = "month of the year"
  /// What a choice is worth to a person, in units of the spread of tastes; may be negative.
  case utility
  /// A switch: 0 is off, 1 is on.
  case onOff = "switch"

  /// The values that make sense in this unit.
  public var range: ClosedRange<Double> {
    switch self {
    case .probabilityPerYear, .share: 0...1
    case .onOff: 0...1
    case .utility: -1e3...1e3
    case .changePerYear: -1...10
    case .pupilsPerStaff, .pupilsPerTeacher, .pupilsPerClass, .birthMonths, .dispersion: 0.01...1e6
    case .month: 0...1e5
    case .years: 0...200
    case .months: 0...2400
    case .applicantsPerPlace: 0...1000
    case .moneyPerPayment: 0...1e9
    case .moneyPerYear: 0...1e10
    case .salarySteps: 0...100
    case .monthOfYear: 1...12
    case .factor, .weight: 0...1e6
    default: 0...1e9
    }
  }

  /// What a value outside the range is told, such as "a share lies between 0 and 1".
  public var rangeSentence: String {
    switch self {
    case .probabilityPerYear: "a probability per year lies between 0 and 1"
    case .share: "a share lies between 0 and 1"
    case .onOff: "a switch is 0 (off) or 1 (on)"
    case .changePerYear: "a change per year lies between -1 and 10"
    case .pupilsPerStaff, .pupilsPerTeacher, .pupilsPerClass, .birthMonths, .dispersion:
      "a value in \(rawValue) lies between 0.01 and 1000000"
    case .month: "a month is written as 1965-01"
    case .utility: "a utility lies between -1000 and 1000"
    case .monthOfYear: "a month of the year lies between 1 and 12"
    default: "a value in \(rawValue) lies between 0 and \(Int(range.upperBound))"
    }
  }
}
