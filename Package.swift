// swift-tools-version: 6.3
import PackageDescription

/// The settings of every Swift target of ours. A dependency's warnings are not ours, so they are set per target.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  // SE-0335, SE-0470, SE-0409, SE-0444, SE-0461, SE-0481, in this order.
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
  name: "plenum",
  products: [
    .executable(name: "plenum", targets: ["plenum"]),
    // For `plenum-phones`, a package of its own in Sources/plenum-phones: what it is built with is not fetched for `plenum`.
    .library(name: "PhoneProtocol", targets: ["PhoneProtocol"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its trait for Foundation, which the program does without.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(name: "Workshop", swiftSettings: settings),
    .target(
      name: "CYAML",
      linkerSettings: [
        .linkedLibrary(":libyaml.a", .when(platforms: [.linux])), .linkedLibrary("yaml", .when(platforms: [.macOS])),
      ]),
    .target(name: "MethodTree", dependencies: ["CYAML"], swiftSettings: settings),
    .executableTarget(name: "method-compiler", dependencies: ["MethodTree"], swiftSettings: settings),
    .plugin(
      name: "MethodCompilerPlugin", capability: .buildTool, dependencies: ["method-compiler"],
      path: "Sources/MethodCompilerPlugin"),
    // A target of its own: when a text changes, this is compiled again and the program linked, nothing else.
    .target(name: "BuiltInFiles", swiftSettings: settings, plugins: ["MethodCompilerPlugin"]),
    .target(
      name: "Method",
      dependencies: ["BuiltInFiles", "MethodTree", "Workshop"],
      exclude: ["Resources"],
      swiftSettings: settings),
    .target(name: "Text", swiftSettings: settings),
    .target(name: "Journal", dependencies: ["Text", "Workshop"], swiftSettings: settings),
    .target(
      name: "CInflate",
      linkerSettings: [
        .linkedLibrary(":libz.a", .when(platforms: [.linux])), .linkedLibrary("z", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "CXML",
      linkerSettings: [
        .linkedLibrary(":libexpat.a", .when(platforms: [.linux])), .linkedLibrary("expat", .when(platforms: [.macOS])),
      ]),
    .target(name: "CAnalyticsFiles"),
    .target(
      name: "Analytics", dependencies: ["CAnalyticsFiles", "CInflate", "CXML"], exclude: ["Resources"],
      swiftSettings: settings),
    .target(
      name: "CEditLine",
      linkerSettings: [
        // The archives, so that one file is all there is to ship; elsewhere the system's own library.
        .linkedLibrary(":libedit.a", .when(platforms: [.linux])),
        .linkedLibrary(":libbsd.a", .when(platforms: [.linux])),
        .linkedLibrary(":libmd.a", .when(platforms: [.linux])),
        .linkedLibrary(":libtinfo.a", .when(platforms: [.linux])),
        .linkedLibrary("edit", .when(platforms: [.macOS])),
      ]),
    .target(name: "LineEditor", dependencies: ["CEditLine", "Text"], swiftSettings: settings),
    .target(name: "PhoneProtocol", swiftSettings: settings),
    .target(name: "QRCode", swiftSettings: settings),
    .testTarget(name: "PhoneProtocolTests", dependencies: ["PhoneProtocol"], swiftSettings: settings),
    .testTarget(name: "QRCodeTests", dependencies: ["QRCode"], swiftSettings: settings),
    .target(name: "CDraftFiles"),
    .target(
      name: "Draft", dependencies: ["CDraftFiles", "Text", "Workshop"], exclude: ["Resources"], swiftSettings: settings),
    .target(
      name: "Facilitation", dependencies: ["Analytics", "Draft", "Journal", "Method", "Text", "Workshop"],
      swiftSettings: settings),
    .executableTarget(
      name: "plenum",
      dependencies: [
        "Analytics", "BuiltInFiles", "Draft", "Facilitation", "Journal", "LineEditor", "Method", "PhoneProtocol",
        "QRCode", "Text",
        "Workshop",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "SeededRandom", "Text", "Workshop"], exclude: ["Corpus"],
      swiftSettings: settings),
    // Chance that falls the same way every time, for the tests that try what nobody thought of.
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "PseudoTerminal", dependencies: ["CPseudoTerminal"], path: "Tests/PseudoTerminal", swiftSettings: settings),
    .executableTarget(
      name: "line-editor-probe", dependencies: ["LineEditor"], path: "Tests/LineEditorProbe", exclude: ["Peer"],
      swiftSettings: settings),
    .executableTarget(
      name: "line-editor-bench", dependencies: ["LineEditor", "PseudoTerminal"], path: "Tests/LineEditorBench",
      swiftSettings: settings),
    .executableTarget(
      name: "journal-bench", dependencies: ["Journal", "Method", "Workshop"], path: "Tests/JournalBench",
      exclude: ["Peer"], swiftSettings: settings),
    .executableTarget(
      name: "analytics-bench", dependencies: ["Analytics"], path: "Tests/AnalyticsBench", exclude: ["Peer"],
      swiftSettings: settings),
    .testTarget(
      name: "AnalyticsTests", dependencies: ["Analytics"], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "PseudoTerminalTests", dependencies: ["PseudoTerminal"], swiftSettings: settings),
    .testTarget(
      name: "LineEditorTests",
      dependencies: ["LineEditor", "PseudoTerminal", "SeededRandom", "Text", "line-editor-probe"],
      swiftSettings: settings),
    .testTarget(
      name: "PlenumTests",
      dependencies: [
        "Draft", "Facilitation", "FacilitationFixtures", "Journal", "LineEditor", "Method", "PhoneProtocol",
        "PseudoTerminal",
        "SeededRandom", "SessionFixtures", "Text", "Workshop", "plenum",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Methods", "Readers"], swiftSettings: settings),
    // A room without a clock, a disk or a terminal, for the tests of what goes on in it.
    .target(
      name: "SessionFixtures", dependencies: ["Method", "Workshop"], path: "Tests/SessionFixtures",
      swiftSettings: settings),
    // Sessions held in memory and on disk, without a terminal, for the tests of what holds them.
    .target(
      name: "FacilitationFixtures",
      dependencies: ["Facilitation", "Journal", "Method", "SeededRandom", "SessionFixtures", "Workshop"],
      path: "Tests/FacilitationFixtures", swiftSettings: settings),
    .testTarget(
      name: "FacilitationTests",
      dependencies: [
        "Analytics",
        "Draft", "Facilitation", "FacilitationFixtures", "Journal", "Method", "SeededRandom", "SessionFixtures", "Text",
        "Workshop",
      ],
      exclude: ["Corpus", "ScriptErrors"], swiftSettings: settings),
    .testTarget(
      name: "WorkshopTests", dependencies: ["Method", "SeededRandom", "SessionFixtures", "Workshop"],
      swiftSettings: settings),
    .testTarget(
      name: "MethodTests",
      dependencies: ["BuiltInFiles", "Method", "MethodTree", "SeededRandom", "SessionFixtures", "Workshop"],
      exclude: ["Resources"], swiftSettings: settings),
    .testTarget(
      name: "DraftTests", dependencies: ["Draft", "Method", "SeededRandom", "SessionFixtures", "Workshop"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
