// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns a teacher's attributes into the key of `PayClasses`.
package struct PayKeys: Sendable {
  private let ofCell: [Int]
  private let ofSex: [Int]
  private let ofDegree: [Int]
  private let ofChannel: [Int]
  private let ofRole: [Int]
  private let ofSchool: [Int]
  private let withoutSchool: Int
  private let ofContract: [Int]
  private let ofGrade: [Int]
  private let ofSituation: [Int]
  private let ofStep: [Int]
  private let ofAge: [Int]
  private let ofExperience: [Int]
  private let ofTenure: [Int]
  private let ofObligation: [Int]
  /// Whether pay depends on any length of time.
  let usesTime: Bool
  /// The group of each cell.
  let groupOfCell: [Int]

  /// Prepares the parts of keys.
  ///
  /// - Parameters:
  ///   - classes: Which teachers are paid alike.
  ///   - dimensions: The scenario's dimensions.
  ///   - network: The schools; `nil` if they are not modelled.
  init(_ classes: PayClasses, _ dimensions: Dimensions, network: SchoolNetwork?) {
    let region = classes.parts(of: .region)
    let stage = classes.parts(of: .stage)
    let subject = classes.parts(of: .subject)
    let location = classes.parts(of: .location)
    let keySchool = classes.parts(of: .keySchool)
    self.ofCell = (0..<dimensions.cellCount).map { cell in
      let field = dimensions.field(ofCell: cell)
      return region[dimensions.region(ofCell: cell)] + stage[field.stage] + subject[field.subject]
    }
    self.groupOfCell = (0..<dimensions.cellCount).map { dimensions.group(ofCell: $0) }
    self.ofSchool =
      network.map { network in
        (0..<network.count).map {
          location[network.locationOfSchool[$0]] + keySchool[network.isKeySchool[$0] ? 1 : 0]
        }
      } ?? []
    self.withoutSchool = (location.last ?? 0) + keySchool[0]
    self.ofSex = classes.parts(of: .sex)
    self.ofDegree = classes.parts(of: .degree)
    self.ofChannel = Self.withAbsent(classes.parts(of: .channel))
    self.ofRole = Self.withAbsent(classes.parts(of: .role))
    self.ofContract = classes.parts(of: .contract)
    self.ofGrade = classes.parts(of: .postGrade)
    self.ofSituation = classes.parts(of: .situation)
    // Steps are counted from 1.
    self.ofStep = [classes.parts(of: .step)[0]] + classes.parts(of: .step)
    self.ofAge = classes.parts(of: .age)
    self.ofExperience = classes.parts(of: .experience)
    self.ofTenure = classes.parts(of: .tenure)
    self.ofObligation = classes.parts(of: .obligation)
    self.usesTime = [Axis.age, .experience, .tenure, .obligation].contains {
      classes.dependsOn($0)
    }
  }

  /// The parts of all 256 codes of a column; those beyond the members are absent.
  private static func withAbsent(_ parts: [Int]) -> [Int] {
    (0..<256).map { $0 < parts.count ? parts[$0] : parts[parts.count - 1] }
  }

  /// The part of the key that stays the same through a window.
  @inline(__always)
  func fixedPart(of row: Int, in population: borrowing Population) -> Int {
    let school = population.school[row]
    return ofCell[Int(population.cell[row])] &+ ofSex[Int(population.sex[row])]
      &+ ofDegree[Int(population.degree[row])] &+ ofChannel[Int(population.channel[row])]
      &+ ofRole[Int(population.role[row])]
      &+ (Int(school) < ofSchool.count ? ofSchool[Int(school)] : withoutSchool)
  }

  /// The part of the key that contract, grade of posts and situation make up.
  @inline(__always)
  func careerPart(contract: UInt8, grade: UInt8, situation: Int) -> Int {
    ofContract[Int(contract)] &+ ofGrade[Int(grade)] &+ ofSituation[situation]
  }

  /// The part of the key of a salary step.
  @inline(__always)
  func stepPart(_ step: UInt8) -> Int { ofStep[Int(step)] }

  /// The part of the key that age and years of service make up in a month.
  @inline(__always)
  func timePart(of row: Int, in population: borrowing Population, at clock: TeacherClock) -> Int {
    guard usesTime else { return 0 }
    let age = clock.years(since: population.birth[row], limit: ofAge.count - 1)
    let experience = clock.years(
      since: population.serviceStart[row],
      limit: ofExperience.count - 1,
    )
    let tenure = clock.years(since: population.schoolStart[row], limit: ofTenure.count - 1)
    let isBound = Int(population.obligationEnd[row].months) > clock.now
    return ofAge[age] &+ ofExperience[experience] &+ ofTenure[tenure]
      &+ ofObligation[isBound ? 1 : 0]
  }
}
