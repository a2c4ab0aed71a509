// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "visitwatch",
    products: [.executable(name: "visitwatch", targets: ["visitwatch"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The flow: bytes -> reports -> signals -> trends -> alerts -> digests.
        .target(name: "Reports", dependencies: ["CZlib"]),
        .target(name: "Signals", dependencies: ["Reports", "TextMatching"]),
        .target(name: "Trends", dependencies: ["Reports", "Signals", "ChangeDetection"]),
        .target(name: "Alerts", dependencies: ["Reports", "Signals", "Trends"]),
        .target(name: "Digests", dependencies: ["Reports", "Signals", "Trends", "Alerts"]),

        // The crafts: they know no word of care.
        .target(name: "TextMatching"),
        .target(name: "ChangeDetection"),
        .systemLibrary(
            name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The shell: files, databases, clocks.
        .target(
            name: "Rulebook",
            dependencies: [
                "Reports", "Signals", "Trends", "Alerts", "Digests", "TextMatching",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            plugins: ["EmbedConfig"]),
        .target(
            name: "Casebook",
            dependencies: ["Reports", "Signals", "Trends", "Alerts", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "VisitPipeline",
            dependencies: ["Reports", "Signals", "TextMatching", "Trends", "Alerts", "Digests", "Rulebook", "Casebook"]),
        .target(
            name: "Evaluation",
            dependencies: ["Reports", "Signals", "Trends", "Alerts", "ChangeDetection", "Rulebook", "VisitPipeline"]),
        .executableTarget(
            name: "visitwatch",
            dependencies: [
                "Reports", "Signals", "Trends", "Alerts", "Digests", "TextMatching", "Rulebook", "Casebook", "VisitPipeline",
                "Evaluation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .executableTarget(
            name: "visitwatch-benchmark",
            dependencies: ["Evaluation", "Rulebook", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Sources/benchmark"),

        // The shipped config travels inside the executable; config/ is its only copy in the repository.
        .executableTarget(name: "embed-config"),
        .plugin(name: "EmbedConfig", capability: .buildTool(), dependencies: ["embed-config"], path: "Sources/EmbedConfig"),

        .target(name: "TestKit", dependencies: ["Reports"], path: "Tests/TestKit"),
    ]
)

let testedModules: [(name: String, uses: [Target.Dependency])] = [
    ("Reports", []),
    ("TextMatching", []),
    ("ChangeDetection", []),
    ("Signals", ["Reports", "TextMatching"]),
    ("Trends", ["Reports", "Signals", "ChangeDetection"]),
    ("Alerts", ["Reports", "Signals", "Trends"]),
    ("Digests", ["Reports", "Signals", "Trends", "Alerts"]),
    ("Rulebook", ["Reports", "Signals", "Trends", "Alerts", "Digests"]),
    ("Casebook", ["Reports", "Signals", "Trends", "Alerts"]),
    ("VisitPipeline", ["Reports", "Signals", "Trends", "Alerts", "Digests", "Rulebook", "Casebook"]),
    ("Evaluation", ["Reports", "Signals", "Trends", "Alerts", "ChangeDetection", "Rulebook", "VisitPipeline"]),
]
for module in testedModules {
    package.targets.append(
        .testTarget(
            name: module.name + "Tests",
            dependencies: [.init(stringLiteral: module.name), "TestKit"] + module.uses))
}

package.targets.append(.testTarget(name: "CommandTests", dependencies: ["visitwatch", "TestKit"]))

let housekeeping: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + housekeeping
}
