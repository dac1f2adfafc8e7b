// SPDX-License-Identifier: GPL-3.0-or-later

import WorkforceSim

extension Ensemble {
  /// All figures: year after year, position after position, each of all replications.
  var allFigures: [Double] {
    var all: [Double] = []
    var figures: [Double] = []
    for year in 0..<scenario.calendar.yearCount {
      for position in 0..<layout.width {
        values(position, year: year, into: &figures)
        all += figures
      }
    }
    return all
  }
}
