#if Diagnosis
    import CDiagnosis
    import Glibc
    import Workflow

    /// Checks a chain of certificates, and notes everything that is wrong with it instead of the first thing only.
    struct ChainCheck {
        let roots: TrustedRoots
        let now: Instant

        /// More than that is wrong with no chain that anybody wants to read of.
        private static let mostFaults = 20

        /// - Parameter chain: what the server sent.
        func faults(of leaf: OpaquePointer, _ chain: OpaquePointer?) -> [ChainFault] {
            guard let context = X509_STORE_CTX_new() else { return [] }
            defer { X509_STORE_CTX_free(context) }
            guard X509_STORE_CTX_init(context, roots.store, leaf, chain) == 1 else { return [] }
            X509_STORE_CTX_set_default(context, "ssl_server")
            X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), time_t(now.milliseconds / 1000))
            var faults: [ChainFault] = []
            withUnsafeMutablePointer(to: &faults) { place in
                X509_STORE_CTX_set_ex_data(context, 0, place)
                X509_STORE_CTX_set_verify_cb(context) { isFine, context in
                    guard isFine == 0, let context else { return 1 }
                    let place = X509_STORE_CTX_get_ex_data(context, 0)?.assumingMemoryBound(to: [ChainFault].self)
                    if let place, place.pointee.count < ChainCheck.mostFaults {
                        place.pointee.append(ChainCheck.fault(in: context))
                    }
                    // Goes on as if it were fine, to find the next one.
                    return 1
                }
                _ = X509_verify_cert(context)
            }
            ERR_clear_error()
            return faults
        }

        private static func fault(in context: OpaquePointer) -> ChainFault {
            let certificate = X509_STORE_CTX_get_current_cert(context)
            return ChainFault(
                code: Int(X509_STORE_CTX_get_error(context)), depth: Int(X509_STORE_CTX_get_error_depth(context)),
                subject: certificate.map { CertificateReader.text(X509_get_subject_name($0)) } ?? "",
                issuer: certificate.map { CertificateReader.text(X509_get_issuer_name($0)) } ?? "",
                validFrom: certificate.map { CertificateReader.milliseconds(X509_get0_notBefore($0)) } ?? 0,
                validUntil: certificate.map { CertificateReader.milliseconds(X509_get0_notAfter($0)) } ?? 0)
        }
    }
#endif
