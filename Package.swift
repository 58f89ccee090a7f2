// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "Litedesk",
    products: [.executable(name: "desk", targets: ["Desk"])],
    traits: [
        .default(enabledTraits: ["Diagnosis"]),
        .trait(
            name: "Diagnosis",
            description: "desk probes sites and names, with c-ares, OpenSSL, libpsl and libidn2 (make deps)."),
        .trait(name: "XLSX", description: "desk writes workbooks, with libxlsxwriter (Debian: libxlsxwriter-dev)."),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        .target(name: "Workflow", swiftSettings: strict),
        .target(
            name: "Migrations", path: "Migrations", sources: ["Migrations.swift"],
            resources: [.embedInCode("sqlite")], swiftSettings: strict),
        .target(
            name: "Seeds", path: "Seeds", exclude: ["story.sh"], sources: ["Seeds.swift"],
            resources: [.embedInCode("demo")], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "Workflow", "Migrations", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "CSHA256"),
        .target(name: "Files", dependencies: ["CSHA256", "CZlib"], swiftSettings: strict),
        .target(name: "Import", dependencies: ["Files", "Storage", "Workflow"], swiftSettings: strict),
        .target(name: "Knowledge", dependencies: ["Storage", "Workflow"], swiftSettings: strict),
        .target(name: "Reporting", dependencies: ["Storage", "Workflow"], swiftSettings: strict),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CDiagnosis",
            providers: [.apt(["libc-ares-dev", "libssl-dev", "libpsl-dev", "libidn2-dev", "libunistring-dev"])]),
        .target(
            name: "Diagnosis",
            dependencies: ["Workflow", .byName(name: "CDiagnosis", condition: .when(traits: ["Diagnosis"]))],
            swiftSettings: strict),
        .target(name: "CProcessStart"),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Presentation",
            dependencies: [
                "Diagnosis", "Files", "Import", "Knowledge", "Reporting", "Storage", "Workflow",
                .byName(name: "CXLSXWriter", condition: .when(traits: ["XLSX"])),
            ],
            swiftSettings: strict),
        .target(
            name: "App", dependencies: ["Diagnosis", "Storage", "Workflow"],
            swiftSettings: strict),
        .executableTarget(
            name: "Desk",
            dependencies: [
                "App", "Diagnosis", "Files", "Presentation", "Import", "Knowledge", "Reporting", "Storage", "Workflow",
                "Seeds",
                "CProcessStart",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(name: "WorkflowTests", dependencies: ["Workflow"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Files", "Import", "Storage", "Workflow", "Migrations"],
            exclude: ["schema.sql"], swiftSettings: strict),
        .testTarget(
            name: "ImportTests", dependencies: ["Files", "Import", "Storage", "Workflow"],
            exclude: ["Articles/labels.tsv"], swiftSettings: strict),
        .testTarget(
            name: "KnowledgeTests", dependencies: ["Files", "Import", "Knowledge", "Storage", "Workflow"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Import", "Storage", "Workflow"], swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: ["App", "Desk", "Diagnosis", "Files", "Presentation", "Import", "Storage", "Workflow"],
            exclude: ["Transcripts", "Documents"],
            swiftSettings: strict),
        .testTarget(
            name: "DiagnosisTests", dependencies: ["Diagnosis", "Workflow"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
