// SPDX-License-Identifier: GPL-3.0-or-later

package import WorkforceSim

/// What the rest of a run will take, foreseen from its first replications.
package struct Forecast: Hashable, Sendable {
  /// What the store will take.
  package struct Disk: Hashable, Sendable {
    /// The path of the store.
    package let store: String
    /// The bytes that it will grow by.
    package let needed: Int
    /// The bytes that are free in its place.
    package let free: Int

    /// Whether there is room.
    package var hasRoom: Bool { needed <= free }

    /// Creates a forecast of room.
    ///
    /// - Parameters:
    ///   - store: The path of the store.
    ///   - needed: The bytes that it will grow by.
    ///   - free: The bytes that are free in its place.
    package init(store: String, needed: Int, free: Int) {
      self.store = store
      self.needed = needed
      self.free = free
    }
  }

  /// The replications to come.
  package let replications: Int
  /// The number that run at the same time.
  package let threads: Int
  /// The time that they take.
  package let duration: Duration
  /// The bytes of memory at the most.
  package let memory: Int
  /// What the store takes; `nil` without one.
  package let disk: Disk?

  /// Creates a forecast.
  ///
  /// - Parameters:
  ///   - replications: The replications to come.
  ///   - threads: The number that run at the same time.
  ///   - duration: The time that they take.
  ///   - memory: The bytes of memory at the most.
  ///   - disk: What the store takes; `nil` without one.
  package init(
    replications: Int,
    threads: Int,
    duration: Duration,
    memory: Int,
    disk: Disk?,
  ) {
    self.replications = replications
    self.threads = threads
    self.duration = duration
    self.memory = memory
    self.disk = disk
  }
}

/// What commands say about precision and about what a run will take.
package struct PrecisionNotes {
  private let language: Language

  /// Creates the sentences.
  ///
  /// - Parameter language: Their language.
  package init(_ language: Language) { self.language = language }

  /// How far goals are met, a sentence each.
  ///
  /// - Parameters:
  ///   - goals: The goals.
  ///   - states: How far each is met.
  ///   - count: The number of replications.
  /// - Returns: The sentences.
  package func states(
    of goals: [PrecisionGoal],
    _ states: [PrecisionGoal.State],
    after count: Int,
  ) -> [String] {
    zip(goals, states).map { goal, state in
      guard state.isKnown else {
        return Phrase.precisionUnknown(goal, state, after: count).text(in: language)
      }
      let phrase =
        state.isMet
        ? Phrase.goalMet(goal, state, after: count) : Phrase.goalAhead(goal, state, after: count)
      return phrase.text(in: language)
    }
  }

  /// That goals are not met though no more replications are allowed.
  ///
  /// - Parameters:
  ///   - goals: The goals that are not met.
  ///   - count: The number of replications.
  ///   - isLimitAsked: Whether the user set the limit.
  /// - Returns: The sentence.
  package func missed(_ goals: [PrecisionGoal], after count: Int, isLimitAsked: Bool) -> String {
    Phrase.goalsMissed(goals, after: count, isLimitAsked: isLimitAsked).text(in: language)
  }

  /// That expected values cannot be made more precise.
  package var expectedUntil: String { Phrase.expectedUntil.text(in: language) }

  /// What the rest of a run will take.
  ///
  /// - Parameter forecast: The forecast.
  /// - Returns: The sentence.
  package func sentence(_ forecast: Forecast) -> String {
    Phrase.forecast(forecast).text(in: language)
  }

  /// That a run has no more replications, of which a forecast could speak.
  ///
  /// - Parameters:
  ///   - replications: The replications of the run.
  ///   - isExpected: Whether they are expected values.
  ///   - duration: The time that they took.
  /// - Returns: The sentence.
  package func nothingAhead(_ replications: Int, isExpected: Bool, took duration: Duration)
    -> String
  {
    Phrase.nothingAhead(replications, isExpected: isExpected, took: duration).text(in: language)
  }

  /// That there is no room for the replications to come.
  ///
  /// - Parameter disk: What the store takes.
  /// - Returns: The sentence.
  package func noRoom(_ disk: Forecast.Disk) -> String { Phrase.noRoom(disk).text(in: language) }

  /// That nothing but a forecast was asked for.
  ///
  /// - Parameter kept: The replications that are kept in a store.
  /// - Returns: The sentence.
  package func forecastOnly(kept: Int) -> String {
    Phrase.forecastOnly(kept: kept).text(in: language)
  }
}
