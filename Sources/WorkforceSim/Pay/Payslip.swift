// SPDX-License-Identifier: GPL-3.0-or-later

/// What one teacher costs in one month, item by item.
public struct Payslip: Hashable, Sendable {
  /// The identity of the teacher.
  public let teacher: UInt64
  /// The month.
  public let month: Month
  /// The fiscal year to which the month belongs.
  public let fiscalYear: Int
  /// The region and stage of the teacher, numbered as a group.
  public let group: Int
  /// The school of the teacher; `nil` without one.
  public let school: Int?
  /// The grade of posts that is paid.
  public let postGrade: Int
  /// The salary step that is paid.
  public let step: Int
  /// The items in hundredths; zero for items that are not paid in the month.
  public let items: [Int]

  /// The sum of all items, in hundredths.
  public var total: Int { items.reduce(0, +) }
}

extension PayYear {
  /// Works out the payslips of a teacher for the window.
  ///
  /// - Parameters:
  ///   - row: The teacher's row.
  ///   - population: The teachers as pay finds them.
  ///   - laterGrade: The grade of posts from the month of promotions on.
  ///   - events: What happens to the teacher in the window.
  /// - Returns: One payslip for each month that is paid.
  package func payslips(
    of row: Int,
    in population: borrowing Population,
    laterGrade: UInt8,
    events: ArraySlice<TeacherEvent>,
  ) -> [Payslip] {
    let career = PayCareer(
      row,
      in: population,
      step: population.salaryStep[row],
      laterGrade: laterGrade,
      events: events.span,
      year: self,
    )
    let school = population.school[row]
    var parts: [PayPart] = []
    var amounts = [Int](repeating: 0, count: rules.items.count)
    career.addParts(of: population, in: self, to: &parts)
    let entry = career.entry(in: population, of: self)?.key.x ?? 0
    return parts.flatMap { part in
      part.months.map { month in
        let segment = window.segmentOfMonth[month]
        let isEntry = part.isEntry && month == part.months.lowerBound
        var items = [Int](repeating: 0, count: rules.items.count)
        for (position, block) in blocks.enumerated() {
          var kinds = PayKinds(capacity: 1)
          block.classes.append(
            position == 0 ? part.key.x : position == 1 ? part.key.y : entry,
            fullTimeShare: Double(part.millionths) / 1e6,
            titleOfGrade: rules.settings.titleOfGrade,
            to: &kinds,
          )
          schedule.amounts(block.needed, of: kinds, segment: segment, into: &amounts)
          for item in block.items where isPaid(item, in: month, isEntry: isEntry) {
            items[item] = amounts[item]
          }
        }
        return Payslip(
          teacher: population.id[row],
          month: window.start + month,
          fiscalYear: window.segments[segment].fiscalYear,
          group: keys.group(of: row, in: population),
          school: school == Population.noSchool ? nil : Int(school),
          postGrade: Int(career.grade(in: month, of: self)),
          step: Int(career.step(in: month, of: self)),
          items: items,
        )
      }
    }
  }
}
