// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the run folders that a word of the command line names.
package enum RunFolders {
  /// Finds run folders: the folder itself if it is one, else those directly in it.
  ///
  /// A name without a slash also stands for the folder of that name under `results`.
  ///
  /// - Parameter word: A path or the name of a scenario.
  /// - Returns: The paths in the order of their names, or `nil` if there is no such folder.
  package static func folders(named word: String) -> [String]? {
    let path = word.count > 1 && word.hasSuffix("/") ? String(word.dropLast()) : word
    if let folders = folders(at: path) { return folders }
    return path.contains("/") ? nil : folders(at: "results/\(path)")
  }

  /// The path of the manifest of a run folder.
  ///
  /// - Parameter folder: The path of the folder.
  /// - Returns: The path of the file.
  package static func manifest(of folder: String) -> String { "\(folder)/\(OutputFolder.marker)" }

  private static func folders(at path: String) -> [String]? {
    guard FileSystem.entry(at: path) == .folder else { return nil }
    if isRun(path) { return [path] }
    // Hidden folders are runs that are still being written.
    return FileSystem.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
      .map { "\(path)/\($0)" }.filter(isRun)
  }

  private static func isRun(_ path: String) -> Bool {
    FileSystem.entry(at: manifest(of: path)) == .file
  }
}
