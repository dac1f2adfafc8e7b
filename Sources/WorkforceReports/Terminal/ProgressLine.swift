// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

/// The text of a progress bar: title, bar, counts, percent, time used and time left.
struct ProgressLine {
  private static let widestBar = 30
  private static let narrowestBar = 5

  let title: String
  let language: Language
  let columns: Int
  let style: Style

  func text(done: Int, total: Int, elapsed: Duration) -> String {
    let share = total > 0 ? min(max(Double(done) / Double(total), 0), 1) : 1
    var end = "\(grouped(done))/\(grouped(total))  \(Int(share * 100)) %"
    end += "  \(Phrase.elapsed.text(in: language)) \(Self.clock(elapsed))"
    // What is left takes as long as what is done took, count for count.
    if done > 0, share < 1 {
      end +=
        "  \(Phrase.remaining.text(in: language)) \(Self.clock(elapsed * ((1 - share) / share)))"
    }
    // The last column stays free, since some terminals break the line there.
    let room = columns - 1 - displayWidth(of: title) - displayWidth(of: end) - 4
    let parts = room < Self.narrowestBar ? [title, end] : [title, bar(share, columns: room), end]
    return truncate(
      parts.joined(separator: "  "),
      columns: max(columns - 1, 1),
      ellipsis: style.usesUnicode ? "…" : "~",
    )
  }

  private func bar(_ share: Double, columns: Int) -> String {
    let width = min(columns, Self.widestBar)
    let filled = Int(share * Double(width))
    return String(repeating: style.usesUnicode ? "█" : "#", count: filled)
      + String(repeating: style.usesUnicode ? "░" : ".", count: width - filled)
  }

  /// Minutes and seconds, and hours where there are some.
  static func clock(_ duration: Duration) -> String {
    let seconds = Int(duration.components.seconds)
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    let end = twoDigits(seconds % 60)
    return hours > 0 ? "\(hours):\(twoDigits(minutes)):\(end)" : "\(minutes):\(end)"
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : String(value)
  }
}
