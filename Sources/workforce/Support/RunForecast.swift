// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import WorkforceReports
import WorkforceSim

extension Forecast {
  /// From which time on a forecast is told without being asked for.
  static let toldFrom: Duration = .seconds(60)

  /// What the rest of a run will take, foreseen from replications that were just simulated.
  ///
  /// - Parameters:
  ///   - simulation: The simulation.
  ///   - records: Where replications are kept.
  ///   - probe: The replications that were simulated, at least one.
  ///   - duration: The time that they took.
  ///   - finished: All replications that are there by now.
  ///   - threads: The number that run at the same time.
  /// - Throws: `StoreError` if the store cannot be read.
  init(
    _ simulation: Simulation,
    keepingIn records: RunRecords,
    probe: Int,
    took duration: Duration,
    finished: Int,
    threads: Int,
  ) throws {
    let missing = simulation.replications - finished
    let rounds = (probe + threads - 1) / threads
    let roundsLeft = (missing + threads - 1) / threads
    let disk = try records.room().map { room in
      Disk(
        store: room.store,
        needed: room.bytes / max(1, finished) * missing,
        free: freeBytes(at: room.store),
      )
    }
    self.init(
      replications: missing,
      threads: min(threads, max(1, missing)),
      duration: duration / rounds * roundsLeft,
      memory: (Platform.peakMemory ?? 0) + (disk == nil ? simulation.recordBytes * missing : 0),
      disk: disk,
    )
  }
}

/// The bytes that a user may still write where a file lies.
private func freeBytes(at path: String) -> Int {
  var status = statvfs()
  guard unsafe statvfs(path, &status) == 0 else { return .max }
  return Int(status.f_bavail) * Int(status.f_frsize)
}
