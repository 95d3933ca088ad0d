// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [
    // Named, because the folder of a checkout may be called anything.
    .package(name: "waterlijn", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        .product(name: "CostEngine", package: "waterlijn"),
        .product(name: "StudyFiles", package: "waterlijn"),
        .product(name: "Reports", package: "waterlijn"),
        .product(name: "Terms", package: "waterlijn"),
        .product(name: "Analyses", package: "waterlijn"),
        .product(name: "WaterlijnCommands", package: "waterlijn"),
        .product(name: "WaterlijnProcess", package: "waterlijn"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors"])])
  ]
)
