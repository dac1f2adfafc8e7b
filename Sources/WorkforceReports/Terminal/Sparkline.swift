// SPDX-License-Identifier: GPL-3.0-or-later

/// Draws values as a row of small bars, a column each, from the lowest to the highest.
///
/// - Parameters:
///   - values: The values; NaN leaves a space; equal values stand at half height.
///   - style: What the terminal can show.
/// - Returns: The bars.
package func sparkline(_ values: [Double], style: Style = .plain) -> String {
  let bars = Array(style.usesUnicode ? "▁▂▃▄▅▆▇█" : "_.,-~=+#")
  let known = values.filter(\.isFinite)
  guard let lowest = known.min(), let highest = known.max() else {
    return String(repeating: " ", count: values.count)
  }
  return String(
    values.map { value in
      guard value.isFinite else { return " " }
      guard highest > lowest else { return bars[bars.count / 2 - 1] }
      let height = (value - lowest) / (highest - lowest) * Double(bars.count - 1)
      return bars[Int(height.rounded())]
    }
  )
}
