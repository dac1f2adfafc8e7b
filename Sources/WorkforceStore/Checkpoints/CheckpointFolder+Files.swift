// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import WorkforceSim

extension CheckpointFolder {
  // MARK: - Names

  /// The folder beside a store, with its slash.
  static func folder(of store: String) -> String { "\(store).checkpoints/" }

  /// What the names of all files of a run begin with.
  static func prefix(_ run: [UInt8]) -> String { run.prefix(8).hexadecimalText }

  // MARK: - Removal

  /// Removes all states of a run.
  ///
  /// - Parameters:
  ///   - key: What the replications of the run depend on.
  ///   - store: The path of the store.
  static func removeAll(of key: RunKey, beside store: String) {
    let folder = folder(of: store)
    let prefix = prefix(key.digest)
    remove(in: folder) { $0.hasPrefix(prefix) || CheckpointFile.isTemporary($0, of: prefix) }
    unsafe rmdir(folder)
  }

  /// Removes what processes that no longer run left half-written of a run.
  ///
  /// - Parameters:
  ///   - run: The digest of the run's key.
  ///   - folder: The folder with its slash.
  static func clearLeftovers(of run: [UInt8], in folder: String) {
    let prefix = prefix(run)
    remove(in: folder) { name in
      CheckpointFile.isTemporary(name, of: prefix) && !CheckpointFile.isBeingWritten(name)
    }
  }

  /// Removes the files of which the names are meant.
  private static func remove(in folder: String, where isMeant: (String) -> Bool) {
    guard let stream = unsafe opendir(folder) else { return }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if isMeant(name) { names.append(name) }
    }
    unsafe closedir(stream)
    for name in names { unsafe unlink(folder + name) }
  }
}
