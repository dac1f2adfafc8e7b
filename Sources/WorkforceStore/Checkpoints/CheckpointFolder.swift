// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization
internal import WorkforceSim

/// Keeps the states of unfinished replications of a run in files beside its store.
///
/// Each replication has one file, that of the year kept last. A state is wanted when the replication has
/// gone on for some time without one, so most runs never write any. Whatever goes wrong with a file is
/// told, and the run goes on.
package final class CheckpointFolder: CheckpointKeeper {
  private struct State {
    /// When each replication began or its state was kept last.
    var since: [Int: ContinuousClock.Instant] = [:]
    var hasWarned = false
  }

  private let folder: String
  private let run: [UInt8]
  private let interval: Duration?
  private let tell: @Sendable (CheckpointNotice) -> Void
  private let state = Mutex(State())

  /// Takes the states of a run.
  ///
  /// - Parameters:
  ///   - key: What the replications of the run depend on.
  ///   - store: The store of the run.
  ///   - interval: The time after which the state of a replication is wanted; `nil` keeps none.
  ///   - tell: Is told what the user should know; may be called on any thread.
  package init(
    of key: RunKey,
    beside store: RunStore,
    every interval: Duration?,
    tell: @escaping @Sendable (CheckpointNotice) -> Void,
  ) {
    self.folder = Self.folder(of: store.path)
    self.run = key.digest
    self.interval = interval
    self.tell = tell
    Self.clearLeftovers(of: run, in: folder)
  }

  // MARK: - States

  package func state(ofReplication number: Int) -> [UInt8]? {
    state.withLock { $0.since[number] = .now }
    let path = folder + name(of: number)
    do throws(SystemFailure) {
      guard let bytes = try CheckpointFile.read(path) else { return nil }
      switch CheckpointFile(run: run, replication: number).state(in: bytes) {
      case .success(let found):
        tell(.goesOn(replication: number, after: found.year))
        return found.state
      case .failure(let failure):
        tell(.ignored(path: path, failure.defect))
      }
    } catch {
      tell(.ignored(path: path, .notReadable(error.words)))
    }
    return nil
  }

  package func refuse(_ number: Int) {
    tell(.ignored(path: folder + name(of: number), .foreign))
  }

  package func isDue(_ number: Int) -> Bool {
    guard let interval, let since = state.withLock({ $0.since[number] }) else { return false }
    return since.duration(to: .now) >= interval
  }

  package func keep(_ bytes: [UInt8], after year: Int, ofReplication number: Int) {
    let file = CheckpointFile(run: run, replication: number).bytes(of: bytes, after: year)
    unsafe mkdir(folder, 0o777)
    do throws(SystemFailure) {
      try CheckpointFile.write(file, in: folder, name: name(of: number))
    } catch {
      let isFirst = state.withLock { state in
        defer { state.hasWarned = true }
        return !state.hasWarned
      }
      if isFirst { tell(.cannotKeep(path: folder, error.words)) }
    }
    state.withLock { $0.since[number] = .now }
  }

  package func discard(_ number: Int) {
    state.withLock { $0.since[number] = nil }
    unsafe unlink(folder + name(of: number))
  }

  /// Removes what a killed process left half-written of the run, and the folder if nothing is in it any more.
  package func tidy() {
    Self.clearLeftovers(of: run, in: folder)
    unsafe rmdir(folder)
  }

  // MARK: - Names

  private func name(of number: Int) -> String { "\(Self.prefix(run))-\(number).state" }
}
