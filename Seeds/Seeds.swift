/// Demo datasets of invented tickets, in the formats that are imported: seeding is importing.
package enum Seeds {
    /// One dataset.
    package struct File: Sendable {
        package let name: String
        package let content: [UInt8]
    }

    /// Every file of `demo/`, in the order of the numbers their tickets get. A file that is added there is listed here.
    package static var files: [File] {
        [
            File(name: "part-13.md", content: PackageResources.part_13_md),
            File(name: "known-cases.md", content: PackageResources.known_cases_md),
            File(name: "follow-up.md", content: PackageResources.follow_up_md),
        ]
    }
}
