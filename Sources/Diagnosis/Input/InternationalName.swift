#if Diagnosis
    import CDiagnosis

    /// Names in other letters than ASCII, both ways (IDNA 2008 with the mapping of UTS 46).
    enum InternationalName {
        static func ascii(_ name: String) throws(DiagnosisError) -> String {
            let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
            return try converted(name) { idn2_to_ascii_8z($0, $1, flags) }
        }

        static func readable(_ name: String) throws(DiagnosisError) -> String {
            try converted(name) { idn2_to_unicode_8z8z($0, $1, 0) }
        }

        private typealias Output = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

        private static func converted(
            _ name: String, by convert: (String, Output) -> Int32
        ) throws(DiagnosisError) -> String {
            var output: UnsafeMutablePointer<CChar>?
            // The library reads up to a zero byte.
            guard !name.utf8.contains(0), convert(name, &output) == IDN2_OK.rawValue, let output else {
                throw .badHost(name, .letters)
            }
            defer { idn2_free(output) }
            return String(cString: output)
        }
    }
#else
    /// Without the library only names in ASCII are understood.
    enum InternationalName {
        static func ascii(_ name: String) throws(DiagnosisError) -> String { throw .notBuiltIn }

        static func readable(_ name: String) throws(DiagnosisError) -> String { name }
    }
#endif
