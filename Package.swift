// swift-tools-version: 6.2

// workforce: teacher workforce planning and simulation
// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PackageDescription

/// The language settings of every Swift target; one list, so that no target differs.
let swiftSettings: [SwiftSetting] = {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
  ]
  // `make check` sets this; a user's build with another compiler must not fail on a warning.
  if ProcessInfo.processInfo.environment["WORKFORCE_STRICT"] != nil {
    settings.append(.treatAllWarnings(as: .error))
  }
  return settings
}()

let package = Package(
  name: "workforce",
  products: [
    .library(name: "WorkforceSim", targets: ["WorkforceSim"]),
    .executable(name: "workforce", targets: ["workforce"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL",
      pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"])],
    ),
    .systemLibrary(
      name: "CXLSXWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"]), .brew(["libxlsxwriter"])],
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])],
    ),
    .target(name: "CColumns"),
    .target(name: "CKeyedRandom", dependencies: ["CColumns", "CGSL"]),
    .target(
      name: "WorkforceSim",
      dependencies: ["CColumns", "CGSL", "CKeyedRandom"],
      swiftSettings: swiftSettings,
    ),
    .target(
      name: "WorkforceScenarios",
      dependencies: [
        "WorkforceSim",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: swiftSettings,
    ),
    .target(
      name: "WorkforceReports",
      dependencies: ["WorkforceSim"],
      swiftSettings: swiftSettings,
    ),
    .target(
      name: "WorkforceWorkbooks",
      dependencies: ["WorkforceSim", "WorkforceReports", "CXLSXWriter"],
      swiftSettings: swiftSettings,
    ),
    .target(
      name: "WorkforceStore",
      dependencies: [
        "WorkforceSim",
        "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: swiftSettings,
    ),
    .executableTarget(
      name: "workforce",
      dependencies: [
        "WorkforceSim",
        "WorkforceScenarios",
        "WorkforceReports",
        "WorkforceWorkbooks",
        "WorkforceStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceSimTests",
      dependencies: ["WorkforceSim", "CColumns", "CGSL", "CKeyedRandom"],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceScenariosTests",
      dependencies: ["WorkforceScenarios", "WorkforceSim"],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceReportsTests",
      dependencies: ["WorkforceReports", "WorkforceSim"],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceWorkbooksTests",
      dependencies: [
        "WorkforceWorkbooks", "WorkforceReports", "WorkforceScenarios", "WorkforceSim",
      ],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceStoreTests",
      dependencies: ["WorkforceStore", "WorkforceSim"],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceCommandTests",
      dependencies: ["workforce"],
      swiftSettings: swiftSettings,
    ),
    .testTarget(
      name: "WorkforceAcceptanceTests",
      dependencies: ["WorkforceSim", "WorkforceScenarios", "WorkforceReports"],
      exclude: ["OtherCountry"],
      swiftSettings: swiftSettings,
    ),
  ],
  swiftLanguageModes: [.v6],
)
