// SPDX-License-Identifier: GPL-3.0-or-later

/// What a value may depend on: the keys of parameter files and the key columns of tables.
public enum Axis: String, Hashable, Sendable, CaseIterable {
  /// Where: a county, a province, the city-direct schools.
  case region
  /// The stage or sector of education.
  case stage
  /// The subject taught, or the education group.
  case subject
  /// A grade of pupils, or an age group of users of the service.
  case grade
  /// The location class of a school: urban, town, rural, teaching point.
  case location
  /// Sex.
  case sex
  /// The professional title, from the lowest to the highest.
  case title
  /// The academic degree.
  case degree
  /// The kind of contract.
  case contract
  /// The entry channel.
  case channel
  /// The reason of an exit other than retirement.
  case exit
  /// The kind of leave.
  case leave
  /// A service whose users drive need.
  case service
  /// The category of the retirement rule.
  case category
  /// Whether the teacher is bound by an obligation to serve.
  case obligation
  /// Age in whole years.
  case age
  /// Whole years since the service began.
  case experience
  /// Whole years at the present school.
  case tenure
  /// Months before (negative) or after the statutory retirement month.
  case offset
  /// The grade that pupils move to.
  case nextGrade = "next_grade"
  /// The stage that a teacher moves to by another qualification.
  case nextStage = "next_stage"
  /// Another subject: one that a teacher can also teach, or moves to by another qualification.
  case nextSubject = "next_subject"
  /// The title that a teacher moves to.
  case nextTitle = "next_title"
  /// The location class that pupils move to.
  case nextLocation = "next_location"
  /// Who pays: city, county, province, centre.
  case payer
  /// A part of pay or of what an employer pays around it.
  case item
  /// The grade of a post within a title.
  case postGrade = "post_grade"
  /// The step on the salary scale.
  case step
  /// Whether a school is a key school.
  case keySchool = "key_school"
  /// Whether a teacher is in post, on early retirement or on standby.
  case situation
  /// A duty beside teaching, such as head teacher.
  case role
  /// The month of the year.
  case month

  /// The whole numbers that the axis runs over, or `nil` if the scenario declares its members.
  public var numbers: ClosedRange<Int>? {
    switch self {
    case .age: 0...120
    case .experience, .tenure: 0...70
    case .offset: -120...60
    case .step: 1...100
    case .month: 1...12
    default: nil
    }
  }

  /// The axis whose members this axis shares.
  public var declaredAs: Axis {
    switch self {
    case .nextGrade: .grade
    case .nextStage: .stage
    case .nextSubject: .subject
    case .nextTitle: .title
    case .nextLocation: .location
    default: self
    }
  }

  /// The position of the axis among all axes.
  package var ordinal: Int {
    switch self {
    case .region: 0
    case .stage: 1
    case .subject: 2
    case .grade: 3
    case .location: 4
    case .sex: 5
    case .title: 6
    case .degree: 7
    case .contract: 8
    case .channel: 9
    case .exit: 10
    case .leave: 11
    case .service: 12
    case .category: 13
    case .obligation: 14
    case .age: 15
    case .experience: 16
    case .tenure: 17
    case .offset: 18
    case .nextGrade: 19
    case .nextTitle: 20
    case .nextLocation: 21
    case .nextStage: 22
    case .nextSubject: 23
    case .payer: 24
    case .item: 25
    case .postGrade: 26
    case .step: 27
    case .keySchool: 28
    case .situation: 29
    case .role: 30
    case .month: 31
    }
  }

  /// Whether the members are fixed, so that no scenario declares them.
  public var isBuiltIn: Bool {
    numbers != nil || [.obligation, .keySchool, .situation].contains(self)
  }

  /// The axes that describe a teacher.
  public static let ofTeacher: [Axis] = [
    .region, .stage, .subject, .sex, .age, .experience, .tenure, .title, .degree, .contract,
    .obligation,
  ]

  /// The axes on which pay may depend.
  public static let ofPay: [Axis] =
    ofTeacher + [.location, .channel, .postGrade, .step, .keySchool, .situation, .role]
}
