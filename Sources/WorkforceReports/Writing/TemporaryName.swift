// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Names of half-written results: `.<name>.partial-<process>` beside the final name.
///
/// The process number tells the next run whether the writer still lives.
/// A name with our own number comes from a dead process too: containers reuse small numbers,
/// and one process writes a path once at a time.
struct TemporaryName {
  /// The folder that holds the result.
  let parent: String
  /// The result's name in its folder.
  let name: String

  init(for path: String) {
    let (parent, name) = Self.split(path)
    self.parent = parent
    self.name = name
  }

  var final: String { "\(parent)/\(name)" }
  var partial: String { "\(parent)/\(partialPrefix)\(getpid())" }
  /// Where an earlier result waits while the next one takes its place.
  var aside: String { "\(parent)/\(asidePrefix)\(getpid())" }

  private var partialPrefix: String { ".\(name).partial-" }
  private var asidePrefix: String { ".\(name).old-" }

  /// Whether a name is one that no finished result has.
  static func isPartial(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") && name.contains(".partial-")
  }

  /// Clears what a killed process left: puts an earlier result back, removes half-written ones.
  func clearLeftovers() {
    let names = FileSystem.names(in: parent)
    for name in names where isLeftover(name, prefix: asidePrefix) {
      if FileSystem.entry(at: final) == .nothing {
        try? FileSystem.rename("\(parent)/\(name)", to: final)
      } else {
        FileSystem.remove("\(parent)/\(name)")
      }
    }
    for name in names where isLeftover(name, prefix: partialPrefix) {
      FileSystem.remove("\(parent)/\(name)")
    }
  }

  private func isLeftover(_ name: String, prefix: String) -> Bool {
    guard name.hasPrefix(prefix), let process = Int32(name.dropFirst(prefix.count)), process > 0
    else { return false }
    return process == getpid() || !FileSystem.isRunning(process)
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    guard let slash = trimmed.lastIndex(of: "/") else { return (".", String(trimmed)) }
    let parent = trimmed[..<slash]
    let name = String(trimmed[trimmed.index(after: slash)...])
    return (parent.isEmpty ? "/." : String(parent), name)
  }
}
