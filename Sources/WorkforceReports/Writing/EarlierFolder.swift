// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What stands at the path of a folder of results that is about to be written.
///
/// Only what runs wrote is replaced: a user's notes, other runs or a store of runs that lie in the
/// folder are never removed with it.
struct EarlierFolder {
  /// Where the folder stands, and where it waits while the next one takes its place.
  let name: TemporaryName
  /// The path as the user would write it.
  let displayPath: String
  /// Finds the names of what a run wrote into a folder; none if it is not a run's.
  let writtenFiles: OutputFolder.WrittenFiles

  /// Refuses a file, or a folder that holds anything else than what a run wrote.
  func check() throws(OutputError) {
    switch FileSystem.entry(at: name.final) {
    case .nothing: return
    case .file, .device:
      throw OutputError(path: displayPath, operation: .createFolder, code: EEXIST)
    case .folder: try checkFiles(in: name.final)
    }
  }

  /// Moves the folder aside if there is one, unless it holds by now what no run wrote.
  func moveAside() throws(OutputError) {
    guard FileSystem.entry(at: name.final) == .folder else { return }
    do {
      try FileSystem.rename(name.final, to: name.aside)
    } catch {
      throw OutputError(path: displayPath, operation: .publish, code: error.code)
    }
    // Nobody finds it by its name any more, so that what is not in it now will not be.
    do {
      try checkFiles(in: name.aside)
    } catch {
      putBack()
      throw error
    }
  }

  /// Gives the folder that was moved aside its name again.
  func putBack() {
    try? FileSystem.rename(name.aside, to: name.final)
  }

  /// Removes the folder that was moved aside.
  ///
  /// It is first named like what is half written, so that nobody puts back what is left of it when
  /// the program is killed meanwhile.
  func remove() {
    try? FileSystem.rename(name.aside, to: name.partial)
    FileSystem.remove(name.partial)
  }

  private func checkFiles(in folder: String) throws(OutputError) {
    guard let names = FileSystem.readableNames(in: folder) else {
      throw OutputError(path: displayPath, operation: .replace, code: EACCES)
    }
    guard !names.isEmpty else { return }
    let others = Set(names).subtracting(writtenFiles(folder)).sorted()
    guard others.isEmpty else {
      throw OutputError(path: displayPath, operation: .replace, code: ENOTEMPTY, names: others)
    }
  }
}
