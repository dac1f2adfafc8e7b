// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization
import Testing
import WorkforceStore

@Suite struct CheckpointFolderTests {
  /// What was told.
  private final class Notices: Sendable {
    let all = Mutex<[CheckpointNotice]>([])

    func tell(_ notice: CheckpointNotice) { all.withLock { $0.append(notice) } }

    var list: [CheckpointNotice] { all.withLock { $0 } }
  }

  private let folder: StoreFolder
  private let store: RunStore
  private let notices = Notices()
  private let state = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
  }

  private func keeper(
    _ description: RunDescription = Records.description(),
    every interval: Duration? = .zero,
  ) -> CheckpointFolder {
    CheckpointFolder(of: description.key, beside: store, every: interval, tell: notices.tell)
  }

  private var place: URL { folder.url.appending(path: "runs.sqlite.checkpoints") }

  /// The files of states, temporary ones included.
  private var files: [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().map { place.appending(path: $0) }
  }

  @Test func `the state kept last is found again until it is discarded`() {
    let first = keeper()
    #expect(first.state(ofReplication: 3) == nil)
    first.keep([1, 2], after: 2026, ofReplication: 3)
    first.keep(state, after: 2027, ofReplication: 3)
    #expect(files.count == 1)
    #expect(keeper().state(ofReplication: 3) == state)
    #expect(notices.list == [.goesOn(replication: 3, after: 2027)])
    first.discard(3)
    #expect(files.isEmpty && keeper().state(ofReplication: 3) == nil)
    first.tidy()
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test func `a state is due when the time has passed, and never without one`() throws {
    for (interval, isDue) in [(Duration.zero, true), (.seconds(3_600), false), (nil, false)] {
      let keeper = keeper(every: interval)
      _ = keeper.state(ofReplication: 0)
      #expect(keeper.isDue(0) == isDue)
    }
    let patient = keeper(every: .milliseconds(200))
    _ = patient.state(ofReplication: 0)
    #expect(!patient.isDue(0))
    usleep(250_000)
    #expect(patient.isDue(0))
    patient.keep([1], after: 2026, ofReplication: 0)
    #expect(!patient.isDue(0))
  }

  @Test func `other runs and other replications do not find it`() throws {
    keeper().keep(state, after: 2027, ofReplication: 3)
    #expect(keeper(Records.description(seed: 7)).state(ofReplication: 3) == nil)
    #expect(keeper(Records.description(build: "b2")).state(ofReplication: 3) == nil)
    #expect(keeper().state(ofReplication: 4) == nil)
    #expect(notices.list.isEmpty)
  }

  @Test func `damaged and foreign files are told and left out`() throws {
    keeper().keep(state, after: 2027, ofReplication: 0)
    let file = files[0]
    let whole = try Data(contentsOf: file)
    var changed = whole
    changed[5_000] ^= 1
    let wrong: [(Data, CheckpointNotice.Defect)] = [
      (whole.dropLast(), .damaged), (whole.prefix(60), .damaged), (changed, .damaged),
      (Data(), .foreign), (Data("SQLite format 3".utf8), .foreign),
    ]
    for (bytes, defect) in wrong {
      try bytes.write(to: file)
      #expect(keeper().state(ofReplication: 0) == nil)
      #expect(notices.list.last.map { "\($0)".contains("\(defect)") } == true)
    }
    // The state of replication 0 under the name of replication 1.
    try whole.write(to: URL(filePath: file.path.replacing("-0.state", with: "-1.state")))
    #expect(keeper().state(ofReplication: 1) == nil)
    #expect(notices.list.last.map { "\($0)".contains("foreign") } == true)
    try whole.write(to: file)
    #expect(keeper().state(ofReplication: 0) == state)
  }

  @Test func `what cannot be written is told once`() throws {
    try Data().write(to: place)
    let keeper = keeper()
    for year in 2026...2028 { keeper.keep(state, after: year, ofReplication: 0) }
    #expect(notices.list.count == 1)
    #expect(notices.list.first.map { "\($0)".contains("cannotKeep") } == true)
  }

  @Test(arguments: [true, false])
  func `what a killed process left half-written goes when its run begins or ends`(begins: Bool)
    throws
  {
    let first = keeper()
    first.keep(state, after: 2027, ofReplication: 0)
    let name = files[0].lastPathComponent
    first.discard(0)
    // A process that has ended, our own number from before, and a process that runs: the first of all.
    let ended = try endedProcess()
    for process in [ended, getpid(), 1] {
      try Data(state).write(to: place.appending(path: ".\(name).new-\(process)"))
    }
    let other = ".0123456789abcdef-0.state.new-\(ended)"
    try Data().write(to: place.appending(path: other))
    if begins { _ = keeper() } else { first.tidy() }
    #expect(files.map(\.lastPathComponent).sorted() == [other, ".\(name).new-1"].sorted())
  }

  @Test func `the folder goes with what a killed process left in it`() throws {
    let first = keeper()
    first.keep(state, after: 2027, ofReplication: 0)
    let name = files[0].lastPathComponent
    try Data(state).write(to: place.appending(path: ".\(name).new-\(try endedProcess())"))
    first.discard(0)
    first.tidy()
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  /// The number of a process that has ended.
  private func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test func `states go with their run, and when it begins anew`() throws {
    let run = try store.begin(Records.description())
    let other = Records.description(seed: 7)
    for description in [run.description, other] {
      keeper(description).keep(state, after: 2027, ofReplication: 0)
    }
    try Data().write(to: place.appending(path: ".\(files[0].lastPathComponent).new-1"))
    #expect(files.count == 3)
    try store.clear(run)
    #expect(keeper(run.description).state(ofReplication: 0) == nil)
    #expect(keeper(other).state(ofReplication: 0) == state)
    let second = try store.begin(other)
    keeper(run.description).keep(state, after: 2027, ofReplication: 0)
    try store.remove([run, second])
    #expect(keeper(run.description).state(ofReplication: 0) == nil)
    #expect(keeper(other).state(ofReplication: 0) == nil)
  }
}
