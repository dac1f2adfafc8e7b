// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim
internal import Yams

/// Reads a YAML file into nodes with places.
///
/// A file holds one document. Anchors, aliases and tags are refused: a scenario means what it says
/// where it says it, and a small file cannot unfold into a huge one.
package enum YAMLReader {
  /// The largest file that is read, in bytes; larger tables belong into CSV files.
  package static let sizeLimit = 16 << 20
  /// The deepest nesting that is read.
  package static let nestingLimit = 64
  /// The number of duplicate keys that are looked for before the file is given up.
  static let duplicateLimit = 20

  /// Reads a YAML file.
  ///
  /// - Parameters:
  ///   - path: The file's path as the user would write it.
  ///   - problems: Takes what is wrong.
  /// - Returns: The root node, or nil if the file cannot be understood.
  package static func read(path: String, reporting problems: ProblemCollector) -> LocatedNode? {
    InputFile.read(path, reporting: problems).flatMap {
      read($0, file: path, reporting: problems)
    }
  }

  /// Reads YAML from memory.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - file: The file's path as the user would write it.
  ///   - problems: Takes what is wrong.
  /// - Returns: The root node, or nil if the bytes cannot be understood.
  package static func read(
    _ bytes: [UInt8],
    file: String,
    reporting problems: ProblemCollector,
  ) -> LocatedNode? {
    guard isReadable(bytes, file: file, reporting: problems) else { return nil }
    let outcome = Outcome()
    // Yams recurses up to libyaml's limit of 1,000 levels, too deep for some threads' stacks.
    DeepThread.shared.run {
      outcome.node = parse(bytes, file: file, reporting: outcome.problems)
    }
    for problem in outcome.problems.problems {
      problems.report(problem.message, at: problem.location)
    }
    return outcome.node
  }

  /// What the thread with the deep stack found; read only after it has ended the work.
  private final class Outcome: @unchecked Sendable {
    var node: LocatedNode?
    let problems = ProblemCollector()
  }

  /// Parses text that libyaml accepts.
  private static func parse(
    _ bytes: [UInt8],
    file: String,
    reporting problems: ProblemCollector,
  ) -> LocatedNode? {
    let hasMark = bytes.starts(with: TextEncoding.byteOrderMark)
    let text = String(decoding: bytes.dropFirst(hasMark ? 3 : 0), as: UTF8.self)
    var disguise = YAMLDisguise(text)
    guard let root = compose(&disguise, file: file, reporting: problems) else { return nil }
    var converter = YAMLConverter(file: file, disguise: disguise, problems: problems)
    let node = converter.node(root, depth: 1)
    guard node?.isEmpty != true else {
      problems.report(emptyFile, at: SourceLocation(file: file))
      return nil
    }
    return node
  }

  private static let emptyFile = "the file is empty. Write at least one key with a value."

  /// Checks what libyaml would stumble over or count differently from an editor.
  private static func isReadable(
    _ bytes: [UInt8],
    file: String,
    reporting problems: ProblemCollector,
  ) -> Bool {
    guard bytes.count <= sizeLimit else {
      problems.report(
        "the file has \(bytes.count) bytes, but a YAML file may have at most \(sizeLimit). "
          + "Move long tables into CSV files.",
        at: SourceLocation(file: file),
      )
      return false
    }
    if let fault = TextEncoding.firstFault(in: bytes) {
      let diagnosis = TextEncoding.diagnosis(of: bytes, fault: fault)
      problems.report(
        diagnosis + " Save it as UTF-8 in a text editor.",
        at: TextEncoding.location(of: fault, in: bytes, file: file),
      )
      return false
    }
    return hasOnlyPlainCharacters(bytes, file: file, reporting: problems)
  }

  /// Looks for control characters and for line ends that editors do not show as such.
  private static func hasOnlyPlainCharacters(
    _ bytes: [UInt8],
    file: String,
    reporting problems: ProblemCollector,
  ) -> Bool {
    let hasMark = bytes.starts(with: TextEncoding.byteOrderMark)
    var offset = hasMark ? TextEncoding.byteOrderMark.count : 0
    for scalar in String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars {
      if isRefused(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        problems.report(
          "the invisible character \(name) stands here. Delete it.",
          at: TextEncoding.location(of: offset, in: bytes, file: file),
        )
        return false
      }
      offset += UTF8.width(scalar)
    }
    return true
  }

  /// Whether YAML 1.1 refuses a character, takes it for a line end, or it is private (plane 16).
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: false
    case 0...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x100000...: true
    default: false
    }
  }

  /// Composes the nodes, hiding duplicate keys from Yams, which stops at the first.
  private static func compose(
    _ disguise: inout YAMLDisguise,
    file: String,
    reporting problems: ProblemCollector,
  ) -> Node? {
    var duplicates = 0
    while true {
      do {
        let parser = try Parser(yaml: disguise.text, resolver: .basic, encoding: .utf8)
        if let root = try parser.singleRoot() { return root }
        problems.report(emptyFile, at: SourceLocation(file: file))
        return nil
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        duplicates += 1
        let mark = context.mark
        if duplicates > duplicateLimit || !disguise.hideKey(line: mark.line, column: mark.column) {
          let location = SourceLocation(file: file, line: mark.line, column: mark.column)
          let name = disguise.restored(names.first ?? "")
          problems.report("the key '\(name)' is given more than once. Keep one.", at: location)
          return nil
        }
      } catch let error as YamlError {
        let problem = YAMLSyntaxProblem(error, text: disguise.text, file: file)
        problems.report(problem.message, at: problem.location)
        return nil
      } catch {
        problems.report("the YAML cannot be read: \(error)", at: SourceLocation(file: file))
        return nil
      }
    }
  }
}
