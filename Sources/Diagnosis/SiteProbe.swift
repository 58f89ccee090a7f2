import Workflow

/// Probes a site: names, connections, encryption, answers, in this order and up to the first failure. It blocks the calling
/// thread, within its limits.
package struct SiteProbe {
    /// Whether this program was built with the libraries.
    #if Diagnosis
        package static let isBuiltIn = true
    #else
        package static let isBuiltIn = false
    #endif

    /// A phase that has been looked at.
    package struct Progress: Sendable {
        /// 0 is the address that was asked for.
        package let hop: Int
        package let phase: Phase
        package let checks: [Check]
    }

    package let options: ProbeOptions
    package let context: ProbeContext
    /// Hears of each phase as it ends.
    package let report: (Progress) -> Void

    package init(options: ProbeOptions, context: ProbeContext, report: @escaping (Progress) -> Void = { _ in }) {
        self.options = options
        self.context = context
        self.report = report
    }

    /// - Throws: `notBuiltIn`, `unreadableCertificates`, `badResolver`. What is wrong with the site is in the diagnosis.
    package func run(
        _ address: SiteAddress, permission: PermissionEvidence = PermissionEvidence()
    ) throws(DiagnosisError) -> SiteDiagnosis {
        #if Diagnosis
            var run = try SiteProbeRun(self)
            return run.visit(address, permission)
        #else
            throw .notBuiltIn
        #endif
    }
}
