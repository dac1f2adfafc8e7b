// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import WorkforceSim
import WorkforceStore

@Suite struct StoredReplicationsTests {
  @Test func `blocks come back as they were, in the order of replications`() async throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Records.description())
    let archive = StoredReplications(run, in: store)
    let shapes: [[UInt8]] = [[], [7], [UInt8](repeating: 0, count: 16_384)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in (0..<12).shuffled() {
        group.addTask {
          try archive.keep(
            Records.blocks(ofReplication: number) + shapes,
            ofReplication: number,
          )
        }
      }
      try await group.waitForAll()
    }
    #expect(try archive.keptReplications() == Array(0..<12))
    for block in 0..<3 {
      let expected = (0..<8).map { Records.blocks(ofReplication: $0)[block] }
      #expect(try archive.block(block, count: 8) == expected)
    }
    for (place, shape) in shapes.enumerated() {
      #expect(try archive.block(3 + place, count: 2) == [shape, shape])
    }
    #expect(try archive.block(0, count: 0).isEmpty)
    var places: [[Int]] = []
    try archive.read(blocks: 1..<3, count: 2) {
      places.append([$0, $1]); #expect($2 == Records.blocks(ofReplication: $0)[$1])
    }
    #expect(places == [[0, 1], [0, 2], [1, 1], [1, 2]])
  }

  @Test func `zeros shrink and noise hardly grows`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Records.description())
    let archive = StoredReplications(run, in: store)
    try archive.keep([[UInt8](repeating: 0, count: 16_384)], ofReplication: 0)
    let zeros = try store.runs()[0].bytes
    try archive.keep([Records.blocks(ofReplication: 1)[0]], ofReplication: 1)
    let noise = try store.runs()[0].bytes - zeros
    #expect(zeros < 200)
    #expect((16_384...16_420).contains(noise))
  }

  @Test func `a gap in the kept replications is an error, not a shift`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Records.description())
    let archive = StoredReplications(run, in: store)
    for number in [0, 2] {
      try archive.keep(Records.blocks(ofReplication: number), ofReplication: number)
    }
    #expect(try archive.keptReplications() == [0, 2])
    #expect(try archive.block(0, count: 1).count == 1)
    #expect(throws: StoreError(path: folder.path, .damagedReplication(1, run: "tiny"))) {
      try archive.block(0, count: 3)
    }
    #expect(throws: StoreError.self) { try archive.block(3, count: 1) }
  }

  @Test func `the same replication again is taken, a different one is refused`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(2)
    let archive = StoredReplications(run, in: store)
    try archive.keep(Records.blocks(ofReplication: 1), ofReplication: 1)
    #expect(throws: StoreError(path: folder.path, .differentReplication(1, run: "tiny"))) {
      try archive.keep(Records.blocks(ofReplication: 5), ofReplication: 1)
    }
    #expect(try archive.block(0, count: 2)[1] == Records.blocks(ofReplication: 1)[0])
  }

  @Test func `a run that was removed takes no more replications`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(1)
    try store.remove([run])
    #expect(throws: StoreError(path: folder.path, .removed)) {
      try StoredReplications(run, in: store)
        .keep(Records.blocks(ofReplication: 1), ofReplication: 1)
    }
  }

  @Test func `equal replications are told from different ones`() throws {
    let folder = try StoreFolder()
    let (store, run) = try folder.filled(3)
    #expect(try store.equalReplications(of: run, first: 3) == .none)
    let archive = StoredReplications(run, in: store)
    try archive.keep(Records.blocks(ofReplication: 1), ofReplication: 3)
    #expect(try store.equalReplications(of: run, first: 3) == .none)
    #expect(try store.equalReplications(of: run, first: 4) == .some([[1, 3]]))
    let certain = try store.begin(Records.description(seed: 7))
    for number in 0..<3 {
      try StoredReplications(certain, in: store).keep([[1, 2]], ofReplication: number)
    }
    #expect(try store.equalReplications(of: certain, first: 3) == .all)
    #expect(try store.equalReplications(of: certain, first: 1) == .none)
  }

  @Test func `two blocks divided otherwise are not the same replication`() throws {
    let folder = try StoreFolder()
    let store = try folder.open()
    let run = try store.begin(Records.description())
    let archive = StoredReplications(run, in: store)
    try archive.keep([[1, 2], [3]], ofReplication: 0)
    try archive.keep([[1], [2, 3]], ofReplication: 1)
    #expect(try store.equalReplications(of: run, first: 2) == .none)
  }
}
