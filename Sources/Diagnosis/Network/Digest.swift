#if Diagnosis
    import CDiagnosis

    /// Digests in hexadecimal, by the library that is there anyway.
    enum Digest {
        static func sha256(_ bytes: [UInt8]) -> String {
            var digest = [UInt8](repeating: 0, count: 32)
            SHA256(bytes, bytes.count, &digest)
            return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
#endif
