// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import WorkforceSim

extension Phrase {
  // MARK: Precision

  /// The decimals of a mean and its half-width.
  ///
  /// What is asked for is shown with at least two digits, so that it can be told from nothing, and what
  /// misses it by little with so many that the two look different.
  private static func decimals(_ state: PrecisionGoal.State) -> Int {
    let digits = state.asked > 0 ? Int(1 - log10(state.asked).rounded(.down)) : 0
    let fewest = state.asked < 1 ? min(max(3, digits), mostDecimals) : state.asked < 100 ? 1 : 0
    guard !state.isMet, state.isKnown else { return fewest }
    let telling = (fewest...mostDecimals).first { decimals in
      grouped(state.halfWidth, decimals: decimals) != grouped(state.asked, decimals: decimals)
    }
    return telling ?? mostDecimals
  }

  private static let mostDecimals = 12

  /// A mean with the half-width of its confidence interval, such as `902 ± 48`.
  private static func mean(_ state: PrecisionGoal.State) -> String {
    let decimals = decimals(state)
    return "\(grouped(state.mean, decimals: decimals)) ± "
      + grouped(state.halfWidth, decimals: decimals)
  }

  private static func asked(_ goal: PrecisionGoal) -> String { "± \(goal.toleranceText)" }

  /// How many replications meet a goal, with the words before the number.
  private static func needed(_ state: PrecisionGoal.State) -> LocalizedText {
    let number = grouped(state.needed)
    return state.needed < PrecisionGoal.State.mostForeseen
      ? LocalizedText("about \(number)", chinese: "约需\(number)")
      : LocalizedText("more than \(number)", chinese: "需\(number)以上")
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
    let needed = needed(state)
    return LocalizedText(
      "\(figure) is \(mean(state)) after \(grouped(count)) replications;"
        + " \(asked(goal)) takes \(needed.english).",
      chinese: "\(figure)：\(grouped(count))次重复后为\(mean(state))；"
        + "达到\(asked(goal))\(needed.chinese)次重复。",
    )
  }

  static func precisionUnknown(
    _ goal: PrecisionGoal,
    _ state: PrecisionGoal.State,
    after count: Int,
  )
    -> LocalizedText
  {
    let figure = goal.figure.text
    let mean = grouped(state.mean, decimals: decimals(state))
    let number = replications(count)
    return LocalizedText(
      "\(figure) is \(mean) after \(number.english); how precise that is is unknown with fewer than"
        + " \(PrecisionGoal.fewestKnown), so \(asked(goal)) is not reached.",
      chinese: "\(figure)：\(number.chinese)后为\(mean)；少于\(PrecisionGoal.fewestKnown)次重复时精度未知，"
        + "未达到\(asked(goal))。",
    )
  }

  static func goalsMissed(_ goals: [PrecisionGoal], after count: Int, isLimitAsked: Bool)
    -> LocalizedText
  {
    let names = goals.map { "\($0.figure.text) \(asked($0))" }
    let number = grouped(count)
    let limit =
      isLimitAsked
      ? LocalizedText(
        "the \(replications(count).english) that --replications allows",
        chinese: "--replications 允许的\(number)次重复",
      )
      : LocalizedText(
        "\(number) replications, the most without --replications",
        chinese: "未写 --replications 时至多\(number)次重复",
      )
    return LocalizedText(
      "Not reached with \(limit.english): \(names.joined(separator: ", ")). The run ends here.",
      chinese: "\(limit.chinese)，未达到\(names.joined(separator: "、"))，运行到此为止。",
    )
  }

  static let expectedUntil = LocalizedText(
    "With --until, the method of the scenario is expected: expected values have no chance in them,"
      + " so more replications make no mean more precise. Leave --until out, or write"
      + " --set method=individuals.",
    chinese: "情景的 method 为 expected，不能使用 --until：期望值中没有随机性，增加重复不会使均值更精确。"
      + "请去掉 --until，或使用 --set method=individuals。",
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

  static func nothingAhead(_ replications: Int, isExpected: Bool, took duration: Duration)
    -> LocalizedText
  {
    let (count, clock) = (Self.replications(replications), ProgressLine.clock(duration))
    return isExpected
      ? LocalizedText(
        "Expected values take one replication, which took \(clock); there is nothing to foresee.",
        chinese: "期望值只需一次重复，用时\(clock)，无需预估。",
      )
      : LocalizedText(
        "The run has \(count.english), which took \(clock); there is nothing to foresee.",
        chinese: "本次运行共\(count.chinese)，用时\(clock)，无需预估。",
      )
  }

  static func forecastOnly(kept: Int) -> LocalizedText {
    let count = replications(kept)
    return LocalizedText(
      "Nothing else was run"
        + "\(kept > 0 ? "; \(count.english) \(kept == 1 ? "is" : "are") kept" : "").",
      chinese: "仅作预估，未继续运行\(kept > 0 ? "；已保存\(count.chinese)" : "")。",
    )
  }
}
