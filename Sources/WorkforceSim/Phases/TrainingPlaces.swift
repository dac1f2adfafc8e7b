// SPDX-License-Identifier: GPL-3.0-or-later

/// A way from one teaching field to another that is open to training.
struct TrainingRoute: Sendable {
  /// The position of the field that teachers leave.
  let origin: Int
  /// The position of the field for which they train.
  let target: Int
  /// How readily they do so.
  let weight: Double
}

/// The places of a region for training, by route.
///
/// Places fill all routes at once, each at the speed weight × shortage of its target. A route stops
/// when its origin has no more to give, its target is no longer short or the region's quota is used
/// up; the others go on until none is open. In whole places, each route first gets its places
/// rounded down; what is left of the sum, rounded to the nearest whole number within the quota, goes
/// to the largest remainders, ties to the route that comes first. No origin gives and no target
/// takes more than its limit rounded up.
struct TrainingPlaces: Sendable {
  /// The ways that are open.
  let routes: [TrainingRoute]
  /// The most people whom each field gives.
  let supply: [Double]
  /// The most people whom each field takes: its shortage.
  let demand: [Double]
  /// The most people of the region.
  let quota: Double

  /// What lies below this many people is the rounding of sums.
  private static let slack = 1e-9

  /// The places of each route.
  ///
  /// - Parameter method: Whether places are whole.
  /// - Returns: The places, in the order of the routes.
  func places(_ method: ProjectionMethod) -> [Double] {
    let filled = filled()
    return method == .expected ? filled : whole(filled)
  }

  private func filled() -> [Double] {
    var places = [Double](repeating: 0, count: routes.count)
    var supplyLeft = supply
    var demandLeft = demand
    // A quota of no consequence would only blur the sums.
    var quotaLeft = min(quota, supply.reduce(0, +))
    var open = routes.indices.filter { speed(of: $0) > 0 }
    while true {
      open.removeAll { route in
        quotaLeft <= Self.slack || supplyLeft[routes[route].origin] <= Self.slack
          || demandLeft[routes[route].target] <= Self.slack
      }
      guard !open.isEmpty else { return places }
      let time = timeToNextLimit(open, supplyLeft, demandLeft, quotaLeft)
      for route in open {
        let people = time * speed(of: route)
        places[route] += people
        supplyLeft[routes[route].origin] -= people
        demandLeft[routes[route].target] -= people
        quotaLeft -= people
      }
    }
  }

  /// The places that a route gains in a unit of time while it is open.
  private func speed(of route: Int) -> Double {
    routes[route].weight * demand[routes[route].target]
  }

  private func timeToNextLimit(
    _ open: [Int],
    _ supplyLeft: [Double],
    _ demandLeft: [Double],
    _ quotaLeft: Double,
  ) -> Double {
    var giving = [Double](repeating: 0, count: supply.count)
    var taking = giving
    var total = 0.0
    for route in open {
      giving[routes[route].origin] += speed(of: route)
      taking[routes[route].target] += speed(of: route)
      total += speed(of: route)
    }
    var time = quotaLeft / total
    for field in supply.indices {
      if giving[field] > 0 { time = min(time, supplyLeft[field] / giving[field]) }
      if taking[field] > 0 { time = min(time, demandLeft[field] / taking[field]) }
    }
    return time
  }

  private func whole(_ places: [Double]) -> [Double] {
    var result = places.map { $0.roundedDown() }
    var supplyLeft = supply.map { $0.roundedUp() }
    var demandLeft = demand.map { $0.roundedUp() }
    for (route, people) in zip(routes, result) {
      supplyLeft[route.origin] -= people
      demandLeft[route.target] -= people
    }
    let total = min(
      places.reduce(0, +).roundedHalfUp(),
      quota.roundedDown(),
    )
    var left = total - result.reduce(0, +)
    let remainders = zip(places, result).map { $0 - $1 }
    let order = routes.indices.filter { remainders[$0] > Self.slack }
      .sorted { (remainders[$1], $0) < (remainders[$0], $1) }
    for route in order where left > 0 {
      let (origin, target) = (routes[route].origin, routes[route].target)
      guard supplyLeft[origin] > 0, demandLeft[target] > 0 else { continue }
      result[route] += 1
      supplyLeft[origin] -= 1
      demandLeft[target] -= 1
      left -= 1
    }
    return result
  }
}
