// SPDX-License-Identifier: GPL-3.0-or-later

internal import WorkforceSim

extension Phrase {
  // MARK: Precision

  /// A mean with the half-width of its confidence interval, such as `902 ± 48`.
  private static func mean(_ state: PrecisionGoal.State) -> String {
    let decimals = state.asked < 1 ? 3 : state.asked < 100 ? 1 : 0
    return "\(grouped(state.mean, decimals: decimals)) ± "
      + grouped(state.halfWidth, decimals: decimals)
  }

  private static func asked(_ goal: PrecisionGoal) -> String {
    let number = goal.isRelative ? goal.tolerance * 100 : goal.tolerance
    let text = grouped(number, decimals: number == number.rounded() ? 0 : 3)
    return "± \(text)\(goal.isRelative ? " %" : "")"
  }

  static func goalMet(_ goal: PrecisionGoal, _ state: PrecisionGoal.State, after count: Int)
    -> LocalizedText
  {
    let figure = goal.figure.text
    return LocalizedText(
      "\(figure) is \(mean(state)) after \(grouped(count)) replications;"
        + " \(asked(goal)) was asked.",
      chinese: "\(figure)：\(grouped(count))次重复后为\(mean(state))，要求\(asked(goal))，已达到。",
    )
  }

  static func goalAhead(_ goal: PrecisionGoal, _ state: PrecisionGoal.State, after count: Int)
    -> LocalizedText
  {
    let figure = goal.figure.text
    return LocalizedText(
      "\(figure) is \(mean(state)) after \(grouped(count)) replications;"
        + " \(asked(goal)) takes about \(grouped(state.needed)).",
      chinese: "\(figure)：\(grouped(count))次重复后为\(mean(state))；"
        + "达到\(asked(goal))约需\(grouped(state.needed))次重复。",
    )
  }

  static let goalMissed = LocalizedText(
    "That is more than --replications allows, so the run ends here.",
    chinese: "超过 --replications 允许的次数，运行到此为止。",
  )

  // MARK: Forecast

  static func forecast(_ forecast: Forecast) -> LocalizedText {
    let memory = byteText(forecast.memory)
    let disk = forecast.disk.map { disk in
      let room = (byteText(disk.needed), byteText(disk.free))
      return LocalizedText(
        ", \(room.0) in \(disk.store) (\(room.1) free)",
        chinese: "，\(disk.store) 需\(room.0)（可用\(room.1)）",
      )
    }
    return LocalizedText(
      "\(grouped(forecast.replications)) more replications on \(forecast.threads) at a time:"
        + " about \(ProgressLine.clock(forecast.duration)), \(memory) of memory"
        + "\(disk?.english ?? "").",
      chinese: "还需\(grouped(forecast.replications))次重复（同时\(forecast.threads)个）："
        + "约\(ProgressLine.clock(forecast.duration))，内存\(memory)\(disk?.chinese ?? "")。",
    )
  }

  static func noRoom(_ disk: Forecast.Disk) -> LocalizedText {
    let room = (byteText(disk.needed), byteText(disk.free))
    return LocalizedText(
      "\(disk.store) needs about \(room.0) more, but only \(room.1) are free there. Free some room,"
        + " name another place with --store, ask for fewer replications, or write --no-store.",
      chinese: "\(disk.store) 还需约\(room.0)，但可用空间只有\(room.1)。请腾出空间、用 --store 另指定位置、"
        + "减少重复次数，或使用 --no-store。",
    )
  }

  static func forecastOnly(kept: Int) -> LocalizedText {
    LocalizedText(
      "Nothing else was run\(kept > 0 ? "; \(kept) replications are kept" : "").",
      chinese: "仅作预估，未继续运行\(kept > 0 ? "；已保存\(kept)次重复" : "")。",
    )
  }
}
