// swift-tools-version: 6.0
import PackageDescription

/// Which processor the code is made for: the one that builds it, unless `WATERLIJN_CPU` names another (`x86-64-v3`, as
/// clang knows them) or `portable`, for a program that is shared: of x86-64 any processor since 2009, which can truncate
/// numbers. Every choice gives the same bytes; a test compares them.
let processor = Context.environment["WATERLIJN_CPU"] ?? "native"
/// Said to the x86-64 part of the C compiler that Swift asks for instruction sets; other targets, WebAssembly, leave it.
let instructionSet: [SwiftSetting] = [
  .unsafeFlags([
    "-Xcc", "-Qunused-arguments", "-Xcc", "-Xarch_x86_64", "-Xcc",
    "-march=\(processor == "portable" ? "x86-64-v2" : processor)",
  ])
]

/// Warnings are errors everywhere: a warning nobody reads is a defect nobody finds.
let strict: [SwiftSetting] =
  [.swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"), .unsafeFlags(["-warnings-as-errors"])]
  + instructionSet

/// The engine is optimised in debug builds too: a simulation is unusable (and its tests take hours) without.
/// `WATERLIJN_UNOPTIMISED=1` leaves it unoptimised; a test compares the bytes of both. Square roots need not report
/// negative arguments to C's `errno`: then one instruction takes eight of them.
let engine: [SwiftSetting] =
  strict + [.unsafeFlags(["-Xcc", "-fno-math-errno"])]
  + (Context.environment["WATERLIJN_UNOPTIMISED"] == nil
    ? [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))] : [])

let package = Package(
  name: "waterlijn",
  products: [
    .executable(name: "waterlijn", targets: ["waterlijn"]),
    .library(name: "CostEngine", targets: ["CostEngine"]),
    .library(name: "Terms", targets: ["Terms"]),
    .library(name: "StudyFiles", targets: ["StudyFiles"]),
    .library(name: "Reports", targets: ["Reports"]),
    .library(name: "Analyses", targets: ["Analyses"]),
    .library(name: "WaterlijnCommands", targets: ["WaterlijnCommands"]),
    .library(name: "WaterlijnPage", targets: ["WaterlijnPage"]),
    .library(name: "WaterlijnProcess", targets: ["WaterlijnProcess"]),
  ],
  targets: [
    .target(name: "CostEngine", swiftSettings: engine),
    .target(name: "Terms", dependencies: ["CostEngine"], swiftSettings: strict),
    .target(name: "StudyFiles", dependencies: ["CostEngine", "Terms"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["CostEngine", "Terms"], swiftSettings: strict),
    .target(
      name: "Analyses", dependencies: ["CostEngine", "Terms", "StudyFiles", "Reports"], swiftSettings: strict),
    .target(
      name: "WaterlijnCommands", dependencies: ["CostEngine", "Terms", "StudyFiles", "Reports", "Analyses"],
      swiftSettings: strict),
    .target(
      name: "WaterlijnPage",
      dependencies: ["Terms", "StudyFiles", "Analyses", "WaterlijnCommands"], exclude: ["Page"],
      swiftSettings: strict),
    .target(
      name: "WaterlijnProcess", dependencies: ["Analyses", "StudyFiles", "WaterlijnCommands"], swiftSettings: strict),
    .executableTarget(name: "waterlijn", dependencies: ["WaterlijnProcess"], swiftSettings: strict),
    // Puts the page together: `make page`.
    .executableTarget(name: "PageMaker", dependencies: ["Reports", "Terms"], swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CostEngine", "Terms", "StudyFiles", "Reports", "Analyses", "WaterlijnCommands", "WaterlijnProcess",
      ], path: "Benchmarks/Sources",
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-warnings-as-errors"])] + instructionSet),

    .target(name: "TestSupport", dependencies: ["CostEngine"], path: "Tests/TestSupport", swiftSettings: strict),
    // Compiled for WebAssembly too: what must come out the same there. It brings the `free` of its own that it needs
    // there, which the compiler warns of.
    .target(
      name: "KnownAnswers", dependencies: ["CostEngine"], path: "Tests/KnownAnswers",
      swiftSettings: [.swiftLanguageMode(.v6), .enableExperimentalFeature("Extern")] + instructionSet),
    // Run under valgrind, which counts what it does.
    .executableTarget(
      name: "SteadyWork", dependencies: ["CostEngine", "TestSupport"], path: "Tests/SteadyWork", swiftSettings: strict),
    .testTarget(
      name: "CostEngineTests", dependencies: ["CostEngine", "KnownAnswers", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(name: "TermsTests", dependencies: ["Terms", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AnalysesTests", dependencies: ["Analyses", "WaterlijnProcess", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StudyFilesTests", dependencies: ["StudyFiles", "WaterlijnProcess", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"], exclude: ["Page/Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "WaterlijnCommandsTests", dependencies: ["WaterlijnCommands", "WaterlijnProcess", "TestSupport"],
      exclude: ["Formats"], swiftSettings: strict),
    .testTarget(
      name: "WaterlijnPageTests", dependencies: ["WaterlijnPage", "WaterlijnProcess", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "StatisticalTests", dependencies: ["CostEngine", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "BrowserTests", dependencies: ["WaterlijnProcess", "StudyFiles", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests", dependencies: ["WaterlijnPage", "WaterlijnProcess", "StudyFiles", "TestSupport"],
      swiftSettings: strict),
  ]
)

// Programs that look for inputs that break something: `make fuzz`. They have no `main` but the fuzzer's, so that nothing
// else can build them.
if Context.environment["WATERLIJN_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["WaterlijnPage"], path: "Tests/Fuzz", exclude: ["Corpus", "dictionary.txt"],
      swiftSettings: strict))
}
