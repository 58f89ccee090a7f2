#if Diagnosis
    import CDiagnosis
#endif

/// What lies above and below a name.
extension DomainName {
    /// Whether this name lies below another.
    package func isBelow(_ other: DomainName) -> Bool { ascii.hasSuffix("." + other.ascii) }

    /// Whether everybody may have names below it, as below `co.uk`: then nobody can own it.
    /// - Throws: `notBuiltIn`
    package func isPublicSuffix() throws(DiagnosisError) -> Bool {
        #if Diagnosis
            return psl_is_public_suffix2(psl_builtin(), ascii, PSL_TYPE_ANY) == 1
        #else
            throw .notBuiltIn
        #endif
    }

    /// The part of the name that somebody registered: `example.co.uk` of `www.example.co.uk`. Nil for a public suffix.
    /// - Throws: `notBuiltIn`
    package func registrable() throws(DiagnosisError) -> DomainName? {
        #if Diagnosis
            // What the library finds points into what it is given.
            let found = ascii.withCString { name in
                psl_registrable_domain(psl_builtin(), name).map { String(cString: $0) }
            }
            return try found.map { name throws(DiagnosisError) in try DomainName(name) }
        #else
            throw .notBuiltIn
        #endif
    }
}

/// The names that a customer has: one, or all below one.
package struct DomainPattern: Hashable, Sendable, CustomStringConvertible {
    package let name: DomainName
    /// `*.example.test`: every name below it, and not itself.
    package let isWildcard: Bool

    /// - Throws: `badHost`, `publicSuffix`, `notBuiltIn`
    package init(_ typed: String) throws(DiagnosisError) {
        let folded = FullWidth.folded(typed.trimmingBlanks.unicodeScalars)
        isWildcard = folded.hasPrefix("*.")
        name = try DomainName(isWildcard ? String(folded.dropFirst(2)) : folded)
        if NumericHost(name.ascii) != nil { throw .badHost(name.ascii, .address) }
        if try name.isPublicSuffix() { throw .publicSuffix(name.readable) }
    }

    package var description: String { (isWildcard ? "*." : "") + name.ascii }
    package var readable: String { (isWildcard ? "*." : "") + name.readable }

    package func covers(_ other: DomainName) -> Bool { isWildcard ? other.isBelow(name) : other == name }

    /// How two patterns lie to each other.
    package enum Relation: Equatable, Sendable {
        case same
        /// The other's names are among these, or the other way round.
        case covers, isCovered
        /// Neither holds the other's names, but one's name lies below the other's.
        case above, below
        case apart
    }

    package func relation(to other: DomainPattern) -> Relation {
        if self == other { return .same }
        let isLower = name.isBelow(other.name)
        let isHigher = other.name.isBelow(name)
        if other.isWildcard, isLower { return .isCovered }
        if isWildcard, isHigher { return .covers }
        if isLower || (name == other.name && isWildcard) { return .below }
        return isHigher || name == other.name ? .above : .apart
    }
}
