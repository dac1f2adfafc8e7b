// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// A row of a list of schools; what has problems is nil.
struct SchoolRow {
  /// The school's code.
  let code: LocatedText
  /// The name in each language.
  var label: WorkforceSim.LocalizedText?
  /// The position of the region.
  var region: Int?
  /// The position of the location class.
  var location: Int?
  /// The positions of the stages taught.
  var stages: [Int]?
  /// Whether the school is a key school.
  var isKeySchool = false
  /// Whether the school must be kept.
  var isProtected = false
  /// The year of opening, as written.
  var opened: Int?
  /// The year of closing.
  var closed: Int?
  /// The code of the school that takes the pupils.
  var receiver: LocatedText?
  /// The pupil places; nil if none are given.
  var places: Double?
  /// Where places would stand if none are given.
  var missingPlaces: SourceLocation?
  /// The pupils at the opening by position of the grade.
  var pupils: [Int: Double] = [:]

  /// Begins a row of which only the code is known.
  init(code: LocatedText) { self.code = code }

  /// The school, if the row has no problems.
  ///
  /// - Parameter firstYear: The first simulated year; a school that opened before is simply there.
  /// - Returns: The school, or nil if something that it needs has problems.
  func school(firstYear: Int) -> School? {
    guard let region, let location, let stages else { return nil }
    return School(
      code: code.text,
      label: label,
      region: region,
      location: location,
      stages: stages,
      isKeySchool: isKeySchool,
      isProtected: isProtected,
      opened: opened.flatMap { $0 < firstYear ? nil : $0 },
      closed: closed,
      receiver: receiver?.text,
      places: places ?? 1,
      openingPupils: pupils,
    )
  }
}
