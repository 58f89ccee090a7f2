import Workflow

/// Adding, renaming and retiring what is known by a name.
extension Operation {
    /// Makes a row of this name, or brings back one that was retired.
    /// - Throws: `StorageError.nameTaken`.
    mutating func add(_ name: String, to table: NamedTable) throws -> Int64 {
        if let line = try table.line(name, in: db) {
            guard line.isRetired, folded(line.name) == folded(name) else { throw StorageError.nameTaken(line.name) }
            try retire(line.id, in: table, false)
            return line.id
        }
        // Its making is told by the change of its removal, so that undo sets it aside.
        let id = try table.insert(name, .undone, in: db)
        try retire(id, in: table, false)
        return id
    }

    /// The row of this name, whether it was there or not. One that is made in passing, as tags are, stays when what it was
    /// made for is undone: others may have named it since.
    mutating func named(_ name: String, in table: NamedTable) throws -> Int64 {
        guard let line = try table.line(name, in: db) else { return try table.insert(name, .none, in: db) }
        if line.removal == .undone { try retire(line.id, in: table, false) }
        return line.id
    }

    /// - Throws: `StorageError.nameTaken`.
    mutating func rename(_ id: Int64, in table: NamedTable, to name: String) throws {
        if let line = try table.line(name, in: db), line.id != id || folded(line.name) != folded(name) {
            throw StorageError.nameTaken(line.name)
        }
        try change(table.nameField, ofRow: id, to: .text(name))
    }

    mutating func retire(_ id: Int64, in table: NamedTable, _ isRetired: Bool) throws {
        let removal = isRetired ? Removal.trash : Removal.none
        try change(table.removalField, ofRow: id, to: .integer(removal.rawValue))
    }
}

extension NamedTable {
    /// What it takes to make, rename or retire one of its rows.
    fileprivate var permission: Permission { removalField.permission }
}

extension Store {
    /// Makes an organisation or a team, or brings it back.
    package func add(
        _ name: String, to table: NamedTable, _ context: CommandContext
    ) throws -> Outcome<Void> {
        try write(context, needs: table.permission) { _ = try $0.add(name, to: table) }
    }

    package func rename(
        _ id: Int64, in table: NamedTable, to name: String, _ context: CommandContext
    ) throws -> Outcome<Void> {
        try write(context, needs: table.permission) { try $0.rename(id, in: table, to: name) }
    }

    /// Offers a row no more, or again.
    package func retire(
        _ id: Int64, in table: NamedTable, _ isRetired: Bool, _ context: CommandContext
    ) throws -> Outcome<Void> {
        try write(context, needs: table.permission) { try $0.retire(id, in: table, isRetired) }
    }
}
