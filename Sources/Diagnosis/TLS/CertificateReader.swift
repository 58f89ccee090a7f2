#if Diagnosis
    import CDiagnosis

    /// Reads from OpenSSL's certificates what is written down of them.
    enum CertificateReader {
        /// - Precondition: a certificate that lives as long as the call.
        static func evidence(of certificate: OpaquePointer) -> CertificateEvidence {
            let key = X509_get0_pubkey(certificate)
            let bytes = der(certificate)
            return CertificateEvidence(
                subject: text(X509_get_subject_name(certificate)), issuer: text(X509_get_issuer_name(certificate)),
                validFrom: milliseconds(X509_get0_notBefore(certificate)),
                validUntil: milliseconds(X509_get0_notAfter(certificate)), names: names(of: certificate),
                keyKind: key.flatMap { EVP_PKEY_get0_type_name($0) }.map { String(cString: $0) } ?? "",
                keyBits: key.map { Int(EVP_PKEY_get_bits($0)) } ?? 0,
                signature: OBJ_nid2sn(X509_get_signature_nid(certificate)).map { String(cString: $0) } ?? "",
                isAuthority: X509_check_ca(certificate) > 0, sha256: Digest.sha256(bytes), der: base64(bytes))
        }

        /// `CN=a, O=b`, in UTF-8, on one line.
        static func text(_ name: OpaquePointer?) -> String {
            guard let name, let memory = BIO_new(BIO_s_mem()) else { return "" }
            defer { BIO_free(memory) }
            X509_NAME_print_ex(memory, name, 0, desk_name_flags)
            var start: UnsafeMutablePointer<CChar>?
            let count = BIO_ctrl(memory, BIO_CTRL_INFO, 0, &start)
            guard count > 0, let start else { return "" }
            let bytes = UnsafeRawBufferPointer(start: start, count: min(Int(count), 500))
            return String(decoding: bytes, as: UTF8.self)
        }

        /// Since 1970. A time that cannot be read is long past.
        static func milliseconds(_ time: UnsafePointer<ASN1_TIME>?) -> Int64 {
            guard let epoch = ASN1_TIME_set(nil, 0) else { return 0 }
            defer { ASN1_TIME_free(epoch) }
            var days: Int32 = 0
            var seconds: Int32 = 0
            guard let time, ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return 0 }
            return (Int64(days) * 86_400 + Int64(seconds)) * 1000
        }

        private static func der(_ certificate: OpaquePointer) -> [UInt8] {
            var start: UnsafeMutablePointer<UInt8>?
            let count = i2d_X509(certificate, &start)
            guard count > 0, let start else { return [] }
            defer { CRYPTO_free(start, "", 0) }
            return Array(UnsafeBufferPointer(start: start, count: Int(count)))
        }

        private static func base64(_ bytes: [UInt8]) -> String {
            var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
            let count = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
            return String(decoding: text.prefix(Int(count)), as: UTF8.self)
        }

        /// A certificate has as many names as its maker likes; a thousand are enough to find one among.
        private static let mostNames: Int32 = 1000

        private static func names(of certificate: OpaquePointer) -> [String] {
            guard let found = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else { return [] }
            let names = OpaquePointer(found)
            defer { GENERAL_NAMES_free(names) }
            return (0..<min(desk_name_count(names), mostNames)).compactMap { name(desk_name_at(names, $0)) }
        }

        private static func name(_ name: UnsafePointer<GENERAL_NAME>?) -> String? {
            var kind: Int32 = 0
            guard let name, let value = GENERAL_NAME_get0_value(name, &kind) else { return nil }
            let text = UnsafePointer<ASN1_STRING>(OpaquePointer(value))
            switch kind {
            case GEN_DNS: return String(decoding: bytes(text), as: UTF8.self).lowercased()
            case GEN_IPADD:
                let bytes = bytes(text)
                return bytes.count == 4 || bytes.count == 16 ? NetworkAddress(bytes: bytes).description : nil
            default: return nil
            }
        }

        private static func bytes(_ text: UnsafePointer<ASN1_STRING>) -> [UInt8] {
            let count = Int(ASN1_STRING_length(text))
            guard let start = ASN1_STRING_get0_data(text), count <= 253 else { return [] }
            return Array(UnsafeBufferPointer(start: start, count: count))
        }
    }
#endif
