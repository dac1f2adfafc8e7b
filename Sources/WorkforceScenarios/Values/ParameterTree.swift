// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// Reads a folder of parameter files, one value a file, named by its path.
struct ParameterTree {
  let names: ParameterNames
  let switches: SectionSwitches
  /// The dimensions; nil if they have problems, so that only the syntax of files is checked.
  let dimensions: Dimensions?
  let log: InputLog

  /// Files that describe a folder and hold no value.
  private static let ignored: Set<String> = ["index.yaml", "units.yaml"]

  /// Reads all parameter files of a tree.
  ///
  /// - Parameters:
  ///   - tree: The tree's folder as written.
  ///   - store: Takes the parameters of the sections that run.
  /// - Returns: The files found.
  func read(_ tree: LocatedText, into store: inout ParameterStore) -> [ParameterFile] {
    let folder = log.source.resolve(tree.text, beside: tree.location.file)
    guard log.source.isFolder(folder) else {
      log.report(
        "'\(tree.name)' is '\(tree.text)', but there is no folder \(folder).",
        at: tree.location,
      )
      return []
    }
    var files: [ParameterFile] = []
    for file in log.source.files(below: folder) {
      let path = folder == "." ? file : "\(folder)/\(file)"
      let base = file.split(separator: "/").last.map(String.init) ?? file
      if base.hasSuffix(".yml") {
        log.report(
          "Rename the file: names of parameter files end in .yaml.",
          at: SourceLocation(file: path),
        )
      }
      guard base.hasSuffix(".yaml"), !Self.ignored.contains(base) else { continue }
      let name = file.dropLast(".yaml".count).split(separator: "/").joined(separator: ".")
      files.append(read(name, path: path, into: &store))
    }
    if files.isEmpty {
      log.report(
        "the folder \(folder) holds no parameter files (*.yaml).",
        at: tree.location,
      )
    }
    return files
  }

  private func read(_ name: String, path: String, into store: inout ParameterStore) -> ParameterFile
  {
    let node = log.yaml(path)
    var isUsed = false
    switch names.match(name) {
    case .unknown:
      log.report(
        "the path stands for the parameter '\(name)', but the model has none of that name."
          + names.suggestion(for: name) + ParameterNames.whereListed,
        at: SourceLocation(file: path),
      )
    case .undeclared:
      // Trees are shared: another scenario declares this exit or channel.
      break
    case .known(let definition):
      isUsed = switches.runs(definition.section)
      guard isUsed, let node, let dimensions else { break }
      let reader = ParameterReader(dimensions: dimensions, log: log)
      if let parameter = reader.parameter(name, definition, node, layer: path) {
        store.put(parameter, at: SourceLocation(file: path, line: 1))
      }
    }
    return ParameterFile(name: name, path: path, isUsed: isUsed)
  }
}
