// SPDX-License-Identifier: GPL-3.0-or-later

/// Exchanges the seats of sitting volunteers by top trading cycles.
///
/// Each volunteer owns a seat at its school and lists, best first, the schools it would rather be
/// at; its own school stands at the end of the list. The seats of a school are alike: the owner of
/// the highest priority who has not left gives up the next one. Everybody points to the seat it
/// would take at the best school that still has one, at last to its own; a cycle of pointers is
/// carried out and its volunteers leave, until nobody is left.
///
/// - Nobody is worse off than before, and every school keeps its number of people.
/// - No other assignment of the seats makes a volunteer better off and none worse.
/// - No group can make all of its members better off with the seats they brought along.
/// - Nobody gains by a false list.
///
/// The strict core, where a group blocks already if one gains and none loses, can be empty because
/// the seats of a school are alike: of two owners who want the same single seat only one can have it.
///
/// Sources: L. Shapley and H. Scarf, On cores and indivisibility, Journal of Mathematical Economics 1
/// (1974), 23-37, for one seat a school and strict lists; A. E. Roth, Incentive compatibility in a
/// market with indivisible goods, Economics Letters 9 (1982), 127-132, for the last property;
/// A. Abdulkadiroğlu and T. Sönmez, School choice: a mechanism design approach, American Economic
/// Review 93 (2003), 729-747, for schools with several seats and priorities. There a seat goes to
/// whom the school ranks first; here it is its owner's to give.
///
/// A value keeps its memory between exchanges; only sorting the owners takes some of its own.
package struct SeatExchange: Sendable {
  /// The number of schools.
  private var schoolCount = 0
  /// The school of each volunteer.
  private var schools: [Int32] = []
  /// The priority of each volunteer at its school; smaller is higher.
  private var priorities: [UInt64] = []
  /// Where the wishes of each volunteer begin, and the end of the last ones.
  private var firstWish: [Int] = [0]
  /// The school of each wish.
  private var wishes: [Int32] = []

  /// The volunteers by school, those of a school by priority.
  private var owners: [Int32] = []
  /// Where the owners of each school begin who may not have left, and the end of the last ones.
  private var firstOwner: [Int] = []
  /// Where the owners of each school end.
  private var lastOwner: [Int] = []
  /// The wish each volunteer stands at.
  private var nextWish: [Int] = []
  /// Whether each volunteer has left.
  private var hasLeft: [Bool] = []
  /// Volunteers who point each to the next one.
  private var path: [Int] = []
  /// The place of each volunteer on the path, or -1.
  private var placeOnPath: [Int] = []

  /// Creates an exchange without schools.
  package init() {}

  /// The number of volunteers.
  package var volunteerCount: Int { schools.count }

  /// Removes all volunteers and keeps the memory.
  ///
  /// - Parameter schoolCount: The number of schools of the next exchange.
  package mutating func removeAll(schoolCount: Int) {
    precondition(schoolCount >= 0, "The number of schools \(schoolCount) is negative.")
    self.schoolCount = schoolCount
    schools.removeAll(keepingCapacity: true)
    priorities.removeAll(keepingCapacity: true)
    firstWish.removeAll(keepingCapacity: true)
    firstWish.append(0)
    wishes.removeAll(keepingCapacity: true)
  }

  /// Adds a volunteer; the wishes added next are its own, best first.
  ///
  /// - Parameters:
  ///   - school: Where the volunteer has its seat.
  ///   - priority: When its seat is given up among those of its school, the smallest first; equal
  ///     priorities in the order of addition.
  /// - Returns: The position of the volunteer.
  @discardableResult
  package mutating func addVolunteer(school: Int, priority: UInt64) -> Int {
    precondition((0..<schoolCount).contains(school), "There is no school \(school).")
    schools.append(Int32(school))
    priorities.append(priority)
    firstWish.append(wishes.count)
    return volunteerCount - 1
  }

  /// Adds the next best school to the list of the volunteer added last.
  ///
  /// - Parameter school: A school better than the volunteer's own.
  package mutating func addWish(school: Int) {
    precondition((0..<schoolCount).contains(school), "There is no school \(school).")
    precondition(volunteerCount > 0, "The wish belongs to no volunteer.")
    precondition(schools[volunteerCount - 1] != school, "The wish is the volunteer's own school.")
    wishes.append(Int32(school))
    firstWish[volunteerCount] = wishes.count
  }

  /// Exchanges the seats.
  ///
  /// - Parameter result: Replaced by the school of each volunteer after the exchange.
  /// - Complexity: O(w + s + n log n) for w wishes, s schools and n volunteers.
  package mutating func exchange(into result: inout [Int32]) {
    prepare()
    result.removeAll(keepingCapacity: true)
    result.append(contentsOf: schools)
    for volunteer in 0..<volunteerCount where !hasLeft[volunteer] {
      extendPath(to: volunteer)
      while let last = path.last {
        let owner = pointer(of: last)
        if placeOnPath[owner] < 0 {
          extendPath(to: owner)
        } else {
          carryOutCycle(from: placeOnPath[owner], into: &result)
        }
      }
    }
  }

  /// Puts a volunteer at the end of the path.
  private mutating func extendPath(to volunteer: Int) {
    placeOnPath[volunteer] = path.count
    path.append(volunteer)
  }

  /// The owner of the seat a volunteer would take now.
  private mutating func pointer(of volunteer: Int) -> Int {
    while nextWish[volunteer] < firstWish[volunteer + 1] {
      let school = Int(wishes[nextWish[volunteer]])
      while firstOwner[school] < lastOwner[school] {
        let owner = Int(owners[firstOwner[school]])
        if !hasLeft[owner] { return owner }
        firstOwner[school] += 1
      }
      nextWish[volunteer] += 1
    }
    return volunteer
  }

  /// Gives each volunteer of the cycle at the end of the path the next one's seat.
  private mutating func carryOutCycle(from start: Int, into result: inout [Int32]) {
    var seat = schools[path[start]]
    while path.count > start {
      let volunteer = path.removeLast()
      result[volunteer] = seat
      seat = schools[volunteer]
      hasLeft[volunteer] = true
      placeOnPath[volunteer] = -1
    }
  }

  /// Sorts the owners and lets every volunteer stand at its first wish.
  private mutating func prepare() {
    owners.removeAll(keepingCapacity: true)
    nextWish.removeAll(keepingCapacity: true)
    hasLeft.removeAll(keepingCapacity: true)
    placeOnPath.removeAll(keepingCapacity: true)
    for volunteer in 0..<volunteerCount {
      owners.append(Int32(volunteer))
      nextWish.append(firstWish[volunteer])
      hasLeft.append(false)
      placeOnPath.append(-1)
    }
    sortOwners()
  }

  /// Brings the owners into the order in which their seats are given up, school after school.
  private mutating func sortOwners() {
    owners.sort { [schools, priorities] left, right in
      let (left, right) = (Int(left), Int(right))
      return (schools[left], priorities[left], left) < (schools[right], priorities[right], right)
    }
    firstOwner.removeAll(keepingCapacity: true)
    lastOwner.removeAll(keepingCapacity: true)
    var position = 0
    for school in 0..<schoolCount {
      firstOwner.append(position)
      while position < owners.count, schools[Int(owners[position])] == school { position += 1 }
      lastOwner.append(position)
    }
  }
}
