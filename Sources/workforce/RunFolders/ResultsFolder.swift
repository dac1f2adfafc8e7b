// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceReports
import WorkforceScenarios

/// A folder of results that replaces what runs wrote and nothing else.
///
/// Its files end at Ctrl-C, so that nobody waits for tables that are not wanted.
///
/// - Parameter path: The path of the folder.
/// - Returns: The folder.
/// - Throws: `OutputError` when it cannot be created.
func resultsFolder(at path: String) throws -> OutputFolder {
  try OutputFolder(at: path, replacing: writtenFiles) { Interruption.wasRequested }
}

/// Finds the names of what this program wrote into a folder.
///
/// - Parameter folder: The path of the folder.
/// - Returns: The names, with that of the manifest that lists them; none if it is not this program's.
@Sendable
private func writtenFiles(in folder: String) -> Set<String> {
  let problems = ProblemCollector()
  guard
    let root = YAMLReader.read(path: RunFolders.manifest(of: folder), reporting: problems),
    let manifest = KeyedReader(root, reporting: problems),
    manifest.mapping("tool")?.text("name") == KeptRun.toolName,
    let files = manifest.mappings("files")
  else { return [] }
  return Set(files.compactMap { $0.text("path") } + [OutputFolder.marker])
}
