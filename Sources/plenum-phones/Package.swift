// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that `plenum` is fetched and built without SwiftNIO: it is built by Scripts/phones, when it is
// first wanted.

/// The settings of every Swift target of ours; the same as in the package of `plenum`.
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

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]

let package = Package(
  name: "plenum-phones",
  products: [.executable(name: "plenum-phones", targets: ["plenum-phones"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(name: "plenum", path: "../.."),
  ],
  targets: [
    .target(name: "CPhoneFiles", path: "CPhoneFiles"),
    .target(name: "CPhoneSystem", path: "CPhoneSystem"),
    .target(
      name: "Porch",
      dependencies: nio + ["CPhoneFiles", "CPhoneSystem", .product(name: "PhoneProtocol", package: "plenum")],
      path: "Porch", swiftSettings: settings),
    .executableTarget(
      name: "plenum-phones",
      dependencies: ["CPhoneSystem", "Porch"],
      path: "Program", swiftSettings: settings),
    .testTarget(
      name: "PorchTests",
      dependencies: nio + ["Porch", "plenum-phones", .product(name: "PhoneProtocol", package: "plenum")],
      path: "PorchTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
