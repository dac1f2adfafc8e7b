// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing
import WorkforceReports
import WorkforceSim

struct ProgressBarTests {
  /// A clock that a test sets and a screen that keeps what was written.
  final class Screen: Sendable {
    let time = Mutex(Duration.zero)
    let shown = Mutex<[String]>([])

    func bar(
      _ title: String = "replications",
      total: Int = 200,
      language: Language = .english,
      columns: Int = 80,
      style: Style = .plain,
      shownAfter: Duration = .zero,
    ) -> ProgressBar {
      ProgressBar(
        title,
        total: total,
        language: language,
        columns: columns,
        style: style,
        shownAfter: shownAfter,
        elapsed: { self.time.withLock { $0 } },
        show: { text in self.shown.withLock { $0.append(text) } },
      )
    }

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
    var lines: [String] { shown.withLock { $0 } }
  }

  let screen = Screen()

  @Test func `the line shows counts, percent, time used and time left`() {
    let bar = screen.bar()
    screen.pass(.seconds(72))
    bar.advance(by: 120)
    #expect(
      screen.lines == [
        "\rreplications  ███████████████░░░░░░░░░░  120/200  60 %  elapsed 1:12  left 0:48"
      ]
    )
  }

  @Test func `what is done soon needs no bar`() {
    let bar = screen.bar(total: 4, shownAfter: .seconds(1))
    bar.advance()
    screen.pass(.milliseconds(900))
    bar.advance(by: 3)
    bar.finish()
    #expect(screen.lines.isEmpty)
  }

  @Test func `what takes longer has its bar from then on`() {
    let bar = screen.bar(total: 4, shownAfter: .seconds(1))
    bar.advance()
    screen.pass(.seconds(1))
    bar.advance()
    bar.finish()
    #expect(screen.lines.count == 2 && screen.lines[0].contains("2/4"))
  }

  @Test func `the line speaks Chinese`() {
    let bar = screen.bar("重复模拟", total: 4_000, language: .chinese, columns: 70)
    screen.pass(.seconds(3_600))
    bar.advance(by: 1_000)
    #expect(
      screen.lines == ["\r重复模拟  ███░░░░░░░░░  1,000/4,000  25 %  已用 1:00:00  剩余 3:00:00"]
    )
  }

  @Test func `a narrow terminal gets no bar and no broken line`() {
    let bar = screen.bar(columns: 30, style: .ascii)
    bar.advance(by: 100)
    #expect(screen.lines == ["\rreplications  100/200  50 % ~"])
  }

  @Test func `the line is drawn at most ten times a second`() {
    let bar = screen.bar(total: 1_000)
    for _ in 0..<1_000 {
      screen.pass(.milliseconds(1))
      bar.advance()
    }
    #expect(screen.lines.count == 10)
  }

  @Test func `the end is a whole line, once, and covers the longer one before`() {
    let bar = screen.bar(columns: 30)
    bar.advance(by: 100)
    bar.advance(by: 100)
    bar.finish()
    bar.finish()
    bar.advance()
    #expect(screen.lines.count == 2)
    #expect(screen.lines.last == "\rreplications  200/200  100 %…\n")
  }

  @Test func `reports from many threads all count`() async {
    let bar = screen.bar(total: 8_000, columns: 200)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1_000 { bar.advance() } }
      }
    }
    bar.finish()
    #expect(screen.lines.last?.contains("8,000/8,000  100 %") == true)
  }

  @Test func `nothing is shown where standard error is no terminal`() async {
    let result = await #expect(
      processExitsWith: .success,
      observing: [\.standardErrorContent],
    ) {
      let bar = ProgressBar("x", total: 1)
      bar.advance()
      bar.finish()
    }
    #expect(result?.standardErrorContent.isEmpty == true)
  }
}
