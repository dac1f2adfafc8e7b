// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// One run of a store, as the page of `workforce runs` shows it.
package struct RunListEntry: Hashable, Sendable {
  /// The number by which commands name it.
  package let id: Int64
  /// The name by which commands name it.
  package let name: String
  /// What the user noted.
  package let note: String
  /// Which run it is; its replications are those asked for.
  package let identity: RunIdentity
  /// The version of the tool that made it.
  package let version: String
  /// The number of replications that are kept.
  package let kept: Int
  /// The bytes that they take.
  package let bytes: Int
  /// When it started.
  package let started: Timestamp

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - id: The number by which commands name it.
  ///   - name: The name by which commands name it.
  ///   - note: What the user noted.
  ///   - identity: Which run it is; its replications are those asked for.
  ///   - version: The version of the tool that made it.
  ///   - kept: The number of replications that are kept.
  ///   - bytes: The bytes that they take.
  ///   - started: When it started.
  package init(
    id: Int64,
    name: String,
    note: String,
    identity: RunIdentity,
    version: String,
    kept: Int,
    bytes: Int,
    started: Timestamp,
  ) {
    self.id = id
    self.name = name
    self.note = note
    self.identity = identity
    self.version = version
    self.kept = kept
    self.bytes = bytes
    self.started = started
  }

  /// Whether all replications that were asked for are kept.
  package var isComplete: Bool { kept >= identity.replications }
}

/// The runs of a store: the page of `workforce runs`.
package struct RunListPage {
  private let entries: [RunListEntry]
  private let store: String
  private let storeOption: String
  private let size: Int
  private let page: PageSetting

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - entries: The runs.
  ///   - store: The path of the store as the user would write it.
  ///   - storeOption: What names the store to a command; empty if nothing needs to.
  ///   - size: The bytes of the store.
  ///   - page: How it is set.
  package init(
    _ entries: [RunListEntry],
    store: String,
    storeOption: String = "",
    size: Int,
    page: PageSetting,
  ) {
    self.entries = entries
    self.store = store
    self.storeOption = storeOption
    self.size = size
    self.page = page
  }

  /// The table of the runs, and the size of the store.
  package var lines: [String] {
    guard !entries.isEmpty else {
      return [page.text(Phrase.noRuns(in: store, option: storeOption))]
    }
    return table + [
      "",
      page.text(Phrase.runsTogether(entries.count, bytes: size, in: store, option: storeOption)),
    ]
  }

  /// The table of the runs alone, and which of them are forks.
  package var table: [String] {
    let hasNotes = entries.contains { !$0.note.isEmpty }
    var columns: [TextTable.Column] = [
      .init(page.text(Phrase.runID), .trailing), .init(page.text(Phrase.runName)),
      .init(page.text(Phrase.runScenario)), .init(page.text(Phrase.runYears)),
      .init(page.text(Phrase.runReplications), .trailing),
      .init(page.text(Phrase.runSize), .trailing),
      .init(page.text(Phrase.runStarted)), .init(page.text(Phrase.runState)),
    ]
    if hasNotes { columns.append(.init(page.text(Phrase.runNote))) }
    var table = TextTable(columns)
    for entry in entries {
      let years = entry.identity.years
      let state = entry.isComplete ? Phrase.complete : Phrase.unfinished
      let cells: [TextTable.Cell] = [
        .init(String(entry.id)), .init(entry.name), .init(page.text(entry.identity.title)),
        .init("\(years.lowerBound)\(page.signs.dash)\(years.upperBound)"),
        .init("\(grouped(entry.kept))/\(grouped(entry.identity.replications))"),
        .init(byteText(entry.bytes)), .init(String(entry.started.description.prefix(10))),
        .init(page.text(state), ink: entry.isComplete ? nil : .yellow),
      ]
      table.addRow(hasNotes ? cells + [.init(entry.note)] : cells)
    }
    let forks = entries.compactMap { entry in
      entry.identity.fork.map {
        page.text(Phrase.forkOf(visible(entry.name), from: visible($0.run), at: $0.year))
      }
    }
    // Under the table, since a name that is cut off names nothing.
    return table.lines(on: page) + (forks.isEmpty ? [] : [""] + forks)
  }

  /// The runs as a JSON array.
  package var json: String {
    JSONValue.array(entries.map(\.json)).text()
  }
}

extension RunListEntry {
  fileprivate var json: JSONValue {
    [
      "id": .integer(Int(id)),
      "name": .string(name),
      "note": .string(note),
      "scenario": .string(identity.name),
      "title": ["en": .string(identity.title.english), "zh": .string(identity.title.chinese)],
      "fingerprint": .string(identity.fingerprint),
      "fork": identity.fork?.json ?? .null,
      "version": .string(version),
      "first_year": .integer(identity.years.lowerBound),
      "last_year": .integer(identity.years.upperBound),
      "method": .string(identity.method.rawValue),
      "seed": .seed(identity.seed),
      "replications": .integer(identity.replications),
      "kept": .integer(kept),
      "complete": .bool(isComplete),
      "bytes": .integer(bytes),
      "begun": .string(started.description),
    ]
  }
}
