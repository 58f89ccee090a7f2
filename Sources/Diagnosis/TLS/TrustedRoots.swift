#if Diagnosis
    import CDiagnosis
    import Glibc

    /// The certificates that are believed without proof. A class because it owns the library's store.
    final class TrustedRoots {
        let store: OpaquePointer
        /// The files they came from.
        let files: [String]

        /// Where the systems of this world have their roots; the first that is there is read.
        private static let places = [
            "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
            "/etc/ssl/cert.pem", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        ]

        /// - Parameter file: more of them, in PEM.
        /// - Throws: `unreadableCertificates`
        init(adding file: String?) throws(DiagnosisError) {
            guard let store = X509_STORE_new() else { throw .notBuiltIn }
            self.store = store
            var files: [String] = []
            if let place = Self.places.first(where: { access($0, R_OK) == 0 }) {
                // A damaged bundle of the system shows as sites that nobody vouches for; its name is in the evidence.
                _ = X509_STORE_load_locations(store, place, nil)
                files.append(place)
            }
            if let file {
                guard X509_STORE_load_locations(store, file, nil) == 1 else {
                    X509_STORE_free(store)
                    ERR_clear_error()
                    throw .unreadableCertificates(file)
                }
                files.append(file)
            }
            self.files = files
        }

        deinit {
            X509_STORE_free(store)
        }
    }
#endif
