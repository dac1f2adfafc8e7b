// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import WorkforceSim

/// Splitting and joining rows of a projection in expected values.
struct PopulationMergingTests {
  private func teacher(_ id: UInt64, weight: Double) -> Teacher {
    var teacher = Teacher(
      id: id,
      cell: 0,
      birth: CompactMonth(Month(year: 1980, month: 1)),
      serviceStart: CompactMonth(Month(year: 2003, month: 9)),
    )
    teacher.weight = weight
    return teacher
  }

  @Test func `rows that differ in nothing but identity are joined, the first stays`() {
    var population = Population()
    var other = teacher(2, weight: 5)
    other.title = 1
    for teacher in [teacher(7, weight: 1.5), other, teacher(9, weight: 2.5)] {
      population.append(teacher)
    }
    population.mergeEqualRows()
    #expect(population.id == [7, 2])
    #expect(population.weight == [4, 5])
  }

  @Test func `every attribute keeps rows apart`() {
    let changes: [(inout Teacher) -> Void] = [
      { $0.cell = 1 }, { $0.birth = .past }, { $0.serviceStart = .past },
      { $0.schoolStart = .past },
      { $0.titleStart = .past }, { $0.obligationEnd = .future }, { $0.contractEnd = .past },
      { $0.sex = 1 }, { $0.title = 1 }, { $0.degree = 1 }, { $0.contract = 1 }, { $0.channel = 1 },
      { $0.secondSubject = 1 }, { $0.salaryStep = 2 }, { $0.fullTimeShare = 0.5 },
      { $0.school = 1 }, { $0.isBackbone = true },
    ]
    let states: [(inout Population, Int) -> Void] = [
      { $0.status[$1] = .earlyRetired }, { $0.trainingEnd[$1] = .future },
      { $0.trainingCell[$1] = 1 }, { $0.standbySince[$1] = .past },
    ]
    var population = Population()
    population.append(teacher(0, weight: 1))
    for (number, change) in changes.enumerated() {
      var other = teacher(UInt64(number + 1), weight: 1)
      change(&other)
      population.append(other)
    }
    for (number, change) in states.enumerated() {
      population.append(teacher(UInt64(90 + number), weight: 1))
      change(&population, population.count - 1)
    }
    population.mergeEqualRows()
    #expect(population.count == 1 + changes.count + states.count)
  }

  @Test func `joining keeps people and their absence`() {
    var population = Population()
    population.append(teacher(0, weight: 3))
    population.append(teacher(1, weight: 1))
    population.leaveShare[0] = 0.25
    population.leaveShare[1] = 0.75
    population.mergeEqualRows()
    #expect(population.weight == [4])
    #expect(population.leaveShare == [0.375])
  }

  @Test(arguments: [0.25, 1.0])
  func `splitting keeps people, and the new part alone changes`(share: Double) {
    var population = Population()
    population.append(teacher(0, weight: 8))
    population.leaveShare[0] = 0.5
    population.trainingEnd[0] = .future
    population.trainingCell[0] = 3
    population.split(0, share: share) { $0.title[$1] = 2 }
    #expect(population.weight == [8 * (1 - share), 8 * share])
    #expect(population.title == [0, 2])
    #expect(population.leaveShare == [0.5, 0.5])
    #expect(population.trainingEnd == [.future, .future])
    #expect(population.trainingCell == [3, 3])
    #expect(population.hasLeft == [share == 1, false])
  }

  @Test func `those who left go, the others keep their order`() {
    var population = Population()
    for id in 0..<6 { population.append(teacher(UInt64(id), weight: Double(id))) }
    for row in [0, 3, 5] { population.hasLeft[row] = true }
    population.removeThoseWhoLeft()
    #expect(population.id == [1, 2, 4])
    #expect(population.weight == [1, 2, 4])
    #expect(population.hasLeft == [false, false, false])
  }
}
