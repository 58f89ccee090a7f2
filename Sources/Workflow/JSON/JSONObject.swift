/// The members of a JSON object in the order they were given. Names are unique, byte for byte: a repeated name keeps its
/// first place and takes the last value.
package struct JSONObject: Equatable, Sendable {
    /// A name and its value.
    package struct Member: Equatable, Sendable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }

        package static func == (a: Member, b: Member) -> Bool { a.name.isSameText(as: b.name) && a.value == b.value }
    }

    package private(set) var members: [Member]

    package init() { members = [] }

    package init(_ members: [Member]) {
        self.members = members.count > 12 ? Self.uniqueOfMany(members) : Self.uniqueOfFew(members)
    }

    package subscript(name: String) -> JSONValue? { members.first { $0.name.isSameText(as: name) }?.value }

    /// Replaces the member of that name, or adds it at the end.
    package mutating func set(_ name: String, to value: JSONValue) {
        if let place = members.firstIndex(where: { $0.name.isSameText(as: name) }) {
            members[place].value = value
        } else {
            members.append(Member(name: name, value: value))
        }
    }

    private static func uniqueOfFew(_ members: [Member]) -> [Member] {
        var unique: [Member] = []
        unique.reserveCapacity(members.count)
        for member in members {
            if let place = unique.firstIndex(where: { $0.name.isSameText(as: member.name) }) {
                unique[place].value = member.value
            } else {
                unique.append(member)
            }
        }
        return unique
    }

    // A search a member would make a large object of a hostile file take quadratic time.
    private static func uniqueOfMany(_ members: [Member]) -> [Member] {
        var unique: [Member] = []
        var places: [ExactText: Int] = [:]
        for member in members {
            if let place = places[ExactText(member.name)] {
                unique[place].value = member.value
            } else {
                places[ExactText(member.name)] = unique.count
                unique.append(member)
            }
        }
        return unique
    }
}
