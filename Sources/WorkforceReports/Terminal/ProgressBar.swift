// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization
package import WorkforceSim

/// A line on a terminal that shows how far a long run is.
///
/// The line is redrawn in place at most ten times a second. Any thread may report progress.
package final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var lastDrawn: Duration?
    var lastWidth = 0
    var isFinished = false
  }

  private static let shortestPause: Duration = .milliseconds(100)

  private let layout: ProgressLine
  private let total: Int
  private let shownAfter: Duration
  private let elapsed: @Sendable () -> Duration
  private let show: (@Sendable (String) -> Void)?
  private let state = Mutex(State())

  /// Creates a bar on standard error, silent unless that is a terminal.
  ///
  /// - Parameters:
  ///   - title: What is counted, such as "replications".
  ///   - total: The count at the end.
  ///   - language: The language of its words.
  ///   - isQuiet: Whether nothing is shown, terminal or not.
  ///   - shownAfter: How long nothing is shown; what is done by then needs no bar.
  package convenience init(
    _ title: String,
    total: Int,
    language: Language = .english,
    isQuiet: Bool = false,
    shownAfter: Duration = .zero,
  ) {
    let start = ContinuousClock.now
    let isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    let show: @Sendable (String) -> Void = { text in
      // A terminal that went away is no reason to stop the run.
      try? FileSystem.write(Array(text.utf8), to: STDERR_FILENO)
    }
    self.init(
      title,
      total: total,
      language: language,
      columns: terminalColumns(STDERR_FILENO),
      style: Style(descriptor: STDERR_FILENO),
      shownAfter: shownAfter,
      elapsed: { ContinuousClock.now - start },
      show: isShown ? show : nil,
    )
  }

  /// Creates a bar with a clock and a screen of the caller's.
  ///
  /// - Parameters:
  ///   - title: What is counted.
  ///   - total: The count at the end.
  ///   - language: The language of its words.
  ///   - columns: The columns of the terminal.
  ///   - style: What the terminal can show.
  ///   - shownAfter: How long nothing is shown.
  ///   - elapsed: The time since the start.
  ///   - show: Receives what to write; nil shows nothing.
  package init(
    _ title: String,
    total: Int,
    language: Language,
    columns: Int,
    style: Style,
    shownAfter: Duration = .zero,
    elapsed: @escaping @Sendable () -> Duration,
    show: (@Sendable (String) -> Void)?,
  ) {
    layout = ProgressLine(title: title, language: language, columns: columns, style: style)
    self.total = total
    self.shownAfter = shownAfter
    self.elapsed = elapsed
    self.show = show
  }

  /// Reports that more is done.
  ///
  /// - Parameter count: How much more.
  package func advance(by count: Int = 1) {
    guard show != nil else { return }
    state.withLock { state in
      state.done += count
      let time = elapsed()
      let isDue = state.lastDrawn.map { time - $0 >= Self.shortestPause } ?? (time >= shownAfter)
      guard !state.isFinished, isDue else { return }
      draw(&state, at: time, end: "")
    }
  }

  /// Draws the line a last time and moves to the next; later reports show nothing.
  package func finish() {
    guard show != nil else { return }
    state.withLock { state in
      guard !state.isFinished else { return }
      state.isFinished = true
      let time = elapsed()
      guard state.lastDrawn != nil || time >= shownAfter else { return }
      draw(&state, at: time, end: "\n")
    }
  }

  private func draw(_ state: inout State, at time: Duration, end: String) {
    let line = visible(layout.text(done: state.done, total: total, elapsed: time))
    // Spaces instead of an erasing sequence: every terminal knows them.
    show?("\r" + pad(line, columns: state.lastWidth) + end)
    state.lastWidth = displayWidth(of: line)
    state.lastDrawn = time
  }
}
