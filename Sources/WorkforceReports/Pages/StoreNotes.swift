// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What commands say about the replications that they keep.
package struct StoreNotes {
  private let run: String
  private let store: String
  private let language: Language

  /// Creates the sentences about a run.
  ///
  /// - Parameters:
  ///   - run: The run's name; empty without a run.
  ///   - store: The path of the store as the user would write it.
  ///   - language: The language of the sentences.
  package init(run: String = "", store: String, language: Language) {
    self.run = visible(run)
    self.store = store
    self.language = language
  }

  /// Which replications need not be simulated again.
  ///
  /// - Parameters:
  ///   - kept: The number of replications that are kept.
  ///   - total: The number asked for.
  /// - Returns: The sentence.
  package func goesOn(_ kept: Int, of total: Int) -> String {
    Phrase.goesOn(kept, of: total, from: run, in: store).text(in: language)
  }

  /// What is kept of a run that the user stopped.
  ///
  /// - Parameters:
  ///   - kept: The number of replications that are kept.
  ///   - total: The number asked for.
  /// - Returns: The sentence.
  package func stopped(_ kept: Int, of total: Int) -> String {
    Phrase.stopped(kept, of: total, run: run, in: store).text(in: language)
  }

  /// That a run without a store was stopped.
  ///
  /// - Parameters:
  ///   - finished: The number of replications that were done.
  ///   - total: The number asked for.
  ///   - language: The language of the sentence.
  /// - Returns: The sentence.
  package static func stoppedWithoutStore(
    _ finished: Int,
    of total: Int,
    language: Language,
  ) -> String {
    Phrase.stopped(finished, of: total).text(in: language)
  }

  /// What the progress bar is called while tables are written.
  ///
  /// - Parameter language: The language of the words.
  /// - Returns: The words.
  package static func writingTables(_ language: Language) -> String {
    Phrase.writingTables.text(in: language)
  }

  /// That a run was stopped while its tables were written.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - areKept: Whether the replications are kept.
  ///   - language: The language of the sentence.
  /// - Returns: The sentence.
  package static func stoppedWriting(_ folder: String, areKept: Bool, language: Language) -> String
  {
    Phrase.stoppedWriting(folder, areKept: areKept).text(in: language)
  }

  // MARK: Unfinished replications

  /// That a replication goes on where an earlier attempt stood.
  ///
  /// - Parameters:
  ///   - replication: The number of the replication, from 0.
  ///   - year: The last year that the attempt had reached.
  /// - Returns: The sentence.
  package func replicationGoesOn(_ replication: Int, after year: Int) -> String {
    Phrase.replicationGoesOn(replication, after: year, run: run).text(in: language)
  }

  /// That the state of a replication is of no use.
  ///
  /// - Parameters:
  ///   - path: The path of its file.
  ///   - words: The system's words if it cannot be read; `nil` if it is damaged.
  ///   - isForeign: Whether it is another kind of file or another replication's.
  /// - Returns: The sentence.
  package func stateIgnored(_ path: String, words: String? = nil, isForeign: Bool = false) -> String
  {
    let unreadable = words.map { Phrase.stateNotReadable(path, $0) }
    let phrase = isForeign ? Phrase.stateIsForeign(path) : unreadable ?? Phrase.stateIsDamaged(path)
    return phrase.text(in: language)
  }

  /// That states of replications cannot be kept.
  ///
  /// - Parameters:
  ///   - path: The path of their folder.
  ///   - words: The system's words.
  /// - Returns: The sentence.
  package func statesNotKept(_ path: String, words: String) -> String {
    Phrase.statesNotKept(path, words).text(in: language)
  }

  // MARK: Equal replications

  /// That all replications are the same.
  ///
  /// - Parameter total: The number of replications.
  /// - Returns: The sentence.
  package func allAlike(_ total: Int) -> String { Phrase.allAlike(total).text(in: language) }

  /// That some replications are the same.
  ///
  /// - Parameter groups: The numbers of those that are the same, from 0.
  /// - Returns: The sentence.
  package func someAlike(_ groups: [[Int]]) -> String {
    Phrase.someAlike(groups).text(in: language)
  }

  /// That results are made from part of the replications asked for.
  ///
  /// - Parameters:
  ///   - count: The number of replications of the results.
  ///   - asked: The number asked for.
  /// - Returns: The sentence.
  package func firstOf(_ count: Int, asked: Int) -> String {
    Phrase.firstOf(count, asked: asked, run: run).text(in: language)
  }

  /// That the files of the scenario have changed since the run, whose copies are read instead.
  package var filesAreCopies: String { Phrase.filesAreCopies(run).text(in: language) }

  /// By which command a run was made, now that its scenario's files are back.
  ///
  /// - Parameter command: The command line.
  /// - Returns: The sentence.
  package func madeBy(_ command: String) -> String {
    Phrase.madeBy(command, run: run).text(in: language)
  }

  /// That the files which were given back do not give the scenario of the run.
  package var copiesDiffer: String { Phrase.copiesDiffer(run).text(in: language) }

  /// That the store has no copies of some files.
  ///
  /// - Parameter files: Their paths.
  /// - Returns: The sentence.
  package func noCopies(of files: [String]) -> String {
    Phrase.noCopies(of: files, run: run).text(in: language)
  }

  /// The question before runs are removed.
  ///
  /// - Parameter count: The number of runs.
  /// - Returns: The question.
  package func confirmRemoval(of count: Int) -> String {
    Phrase.confirmRemoval(count).text(in: language)
  }

  /// That nothing was removed, since the user did not want it or could not be asked.
  ///
  /// - Parameter wasAsked: Whether the user was asked.
  /// - Returns: The sentence.
  package func nothingRemoved(wasAsked: Bool) -> String {
    (wasAsked ? Phrase.nothingRemoved : Phrase.cannotAsk).text(in: language)
  }

  /// What was removed.
  ///
  /// - Parameters:
  ///   - count: The number of runs.
  ///   - bytes: The bytes that the store takes after that.
  /// - Returns: The sentence.
  package func removed(_ count: Int, bytes: Int) -> String {
    Phrase.removed(count, store: store, bytes: bytes).text(in: language)
  }
}
