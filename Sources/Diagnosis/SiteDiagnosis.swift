/// What a diagnosis saw, and what follows from it.
package struct SiteDiagnosis: Equatable, Sendable {
    package let evidence: Evidence
    package let assessment: Assessment

    /// Looks at evidence again; the same evidence always gives the same.
    package init(_ evidence: Evidence) {
        self.evidence = evidence
        assessment = Assessment(evidence)
    }
}
