// SPDX-License-Identifier: GPL-3.0-or-later

/// What a random number is drawn for.
///
/// Each decision has random numbers of its own, so that a change of one decision leaves the draws
/// of all others as they are. The number of a case is part of every draw and therefore part of the
/// results: it is never changed, never given to another case and stays below 2^15.
package enum Decision: UInt16, CaseIterable, Sendable {
  // Drawn once a replication, cell or year.
  /// The value of an uncertain parameter.
  case parameters = 1
  /// The births of a region and year.
  case births = 2
  /// The attributes of a synthesised opening population.
  case population = 3

  // Drawn for each teacher in post.
  /// Retirement at, before or after the legal age.
  case retirementChoice = 10
  /// The months by which an early retirement precedes the legal age.
  case earlyRetirement = 11
  /// The competing risks of leaving the workforce.
  case exit = 12
  /// The start of a leave in the year.
  case leave = 13
  /// The month in which a leave starts.
  case leaveStart = 14
  /// The application for a higher title.
  case titleApplication = 15
  /// The merit score in the title review.
  case titleMerit = 16
  /// The transition between titles.
  case titleTransition = 17
  /// The end of a term contract.
  case contractEnd = 18
  /// The choice of those who train for another subject or stage.
  case requalification = 19

  // Drawn for each cell of the labour market and of teacher education.
  /// The number of applicants for posts.
  case applicants = 20
  /// The number of applicants who are qualified.
  case qualified = 21
  /// The number of offers that are accepted.
  case acceptance = 22
  /// The number of students who complete teacher education.
  case pipelineCompletion = 23
  /// The number of graduates who enter the labour market for teachers.
  case pipelineArrival = 24

  /// The number of those trained who pass.
  case requalificationSuccess = 25

  // Drawn for each hire.
  /// The sex of a hire.
  case hireSex = 30
  /// The age of a hire.
  case hireAge = 31
  /// The degree of a hire.
  case hireDegree = 32
  /// The title of a hire.
  case hireTitle = 33
  /// The month in which a hire starts.
  case hireMonth = 34

  // Drawn for each teacher of the opening population where the roster does not say.
  /// The month of birth.
  case openingBirthMonth = 40
  /// The start of service.
  case openingServiceStart = 41
  /// The month since which the title is held.
  case openingTitleSince = 42
  /// The second subject.
  case openingSecondSubject = 43
  /// The month in which the present school was joined.
  case openingTenure = 44
  /// The degree.
  case openingDegree = 45
  /// The step on the salary scale.
  case openingStep = 46
  /// Full-time or part-time work.
  case openingFullTime = 47
  /// Whether the teacher is a backbone teacher.
  case openingBackbone = 48
  /// The school.
  case openingSchool = 49

  // Drawn for schools and for placing teachers in them.
  /// The places of a synthesised school.
  case schoolPlaces = 60
  /// Whether a synthesised school must be kept.
  case schoolProtection = 61
  /// How well a school is staffed at the opening.
  case schoolStaffing = 62
  /// Whether county management covers a school.
  case schoolCoverage = 63
  /// The merit score in the competition for posts.
  case placementMerit = 64
  /// The application to another school.
  case placementApplication = 65
  /// What a teacher likes about a school; the school takes the place of the year.
  case placementTaste = 66
  /// The refusal of an assignment.
  case placementRefusal = 67
  /// The willingness to exchange schools.
  case rotationVolunteer = 68
  /// The order in which teachers are called to rotate.
  case rotationCall = 69
  /// The end of a standby.
  case standbyEnd = 70
  /// The second subject of a hire.
  case hireSecondSubject = 71
  /// Whether a school is extended in the year.
  case schoolExtension = 72
  /// Whether a teacher becomes a backbone teacher.
  case backbone = 73

  // Drawn for the months and duties that pay depends on.
  /// Who holds a role; drawn once in a life.
  case role = 74
  /// The month of an exit.
  case exitMonth = 75
  /// The month in which early retirement begins.
  case earlyRetirementMonth = 76
}
