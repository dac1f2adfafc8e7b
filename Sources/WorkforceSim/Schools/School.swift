// SPDX-License-Identifier: GPL-3.0-or-later

/// One school of the network, as a list of schools or the synthesis gives it.
public struct School: Hashable, Sendable {
  /// The code used in files and tables; unique.
  public let code: String
  /// The name that people read.
  public let label: LocalizedText
  /// The position of the region.
  public let region: Int
  /// The position of the location class.
  public let location: Int
  /// The positions of the stages taught, in their declared order.
  public let stages: [Int]
  /// Whether the school is a key school (重点学校).
  public let isKeySchool: Bool
  /// Whether the school must be kept, however few its pupils are.
  public let isProtected: Bool
  /// The school year in which it begins to teach; `nil` if it taught before the opening.
  public let opened: Int?
  /// The school year in which it no longer teaches; `nil` without a fixed date.
  public let closed: Int?
  /// The code of the school that takes its pupils when it closes; `nil` lets the rule choose.
  public let receiver: String?
  /// The pupil places, which weigh the pupils who enter; only their ratios within a region matter.
  public let places: Double
  /// The pupils at the opening by position of the grade; empty if only the region's are known.
  public let openingPupils: [Int: Double]

  /// Creates a school.
  ///
  /// - Parameters:
  ///   - code: The code used in files and tables.
  ///   - label: The name that people read; `nil` takes the code.
  ///   - region: The position of the region.
  ///   - location: The position of the location class.
  ///   - stages: The positions of the stages taught.
  ///   - isKeySchool: Whether the school is a key school.
  ///   - isProtected: Whether the school must be kept.
  ///   - opened: The school year in which it begins to teach.
  ///   - closed: The school year in which it no longer teaches.
  ///   - receiver: The code of the school that takes its pupils.
  ///   - places: The pupil places.
  ///   - openingPupils: The pupils at the opening by position of the grade.
  public init(
    code: String,
    label: LocalizedText? = nil,
    region: Int,
    location: Int = 0,
    stages: [Int],
    isKeySchool: Bool = false,
    isProtected: Bool = false,
    opened: Int? = nil,
    closed: Int? = nil,
    receiver: String? = nil,
    places: Double = 1,
    openingPupils: [Int: Double] = [:],
  ) {
    self.code = code
    self.label = label ?? LocalizedText(code)
    self.region = region
    self.location = location
    self.stages = Array(Set(stages)).sorted()
    self.isKeySchool = isKeySchool
    self.isProtected = isProtected
    self.opened = opened
    self.closed = closed
    self.receiver = receiver
    self.places = places
    self.openingPupils = openingPupils
  }
}
