// SPDX-License-Identifier: GPL-3.0-or-later

/// How people come through a channel.
public enum ChannelKind: String, Hashable, Sendable, CaseIterable {
  /// Places are advertised, people apply, some qualify, some accept.
  case competition
  /// An intake of students of past years graduates and arrives.
  case pipeline
}

/// An entry channel as the scenario declares it.
public struct ChannelRule: Hashable, Sendable {
  /// How people come.
  public let kind: ChannelKind
  /// The contract that they get.
  public let contract: Int
  /// Whether places are offered only as far as vacancies go.
  ///
  /// A pipeline without the limit promises a post to everybody who arrives; a competition without
  /// it opens places by the gap between need and availability, whatever the vacancies.
  public let isLimitedToVacancies: Bool

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - kind: How people come.
  ///   - contract: The position of the contract that they get.
  ///   - isLimitedToVacancies: Whether places are offered only as far as vacancies go.
  public init(kind: ChannelKind, contract: Int, isLimitedToVacancies: Bool) {
    self.kind = kind
    self.contract = contract
    self.isLimitedToVacancies = isLimitedToVacancies
  }
}

/// The parameters of one channel.
package struct ChannelParameters: Sendable {
  package let share: ParameterReference?
  package let placesLimit: ParameterReference?
  package let applicantsPerPlace: ParameterReference?
  package let applicantsDispersion: ParameterReference?
  package let qualifiedShare: ParameterReference?
  package let acceptance: ParameterReference?
  package let intake: ParameterReference?
  package let studyYears: ParameterReference?
  package let completion: ParameterReference?
  package let arrival: ParameterReference?
  package let sex: ParameterReference?
  package let age: ParameterReference?
  package let degree: ParameterReference?
  package let title: ParameterReference?
  package let obligationYears: ParameterReference?

  /// Finds the parameters of a channel.
  init(_ parameters: ParameterSet, channel: String) {
    func find(_ name: String) -> ParameterReference? {
      parameters.reference(to: "recruitment.\(channel).\(name)")
    }
    self.share = find("share")
    self.placesLimit = find("places_limit")
    self.applicantsPerPlace = find("applicants_per_place")
    self.applicantsDispersion = find("applicants_dispersion")
    self.qualifiedShare = find("qualified_share")
    self.acceptance = find("acceptance")
    self.intake = find("intake")
    self.studyYears = find("study_years")
    self.completion = find("completion")
    self.arrival = find("arrival")
    self.sex = find("sex")
    self.age = find("age")
    self.degree = find("degree")
    self.title = find("title")
    self.obligationYears = find("obligation_years")
  }
}
