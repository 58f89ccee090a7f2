import Foundation

/// Evidence as it is stored: JSON with its members in order, the same bytes for the same evidence.
extension Evidence {
    /// - Throws: `badEvidence`
    package func encoded() throws(DiagnosisError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            throw .badEvidence
        }
    }

    /// - Throws: `unknownEvidence` for what a newer program wrote, `badEvidence`
    package init(encoded text: String) throws(DiagnosisError) {
        struct Form: Codable {
            let version: Int
        }

        let data = Data(text.utf8)
        let evidence: Evidence
        do {
            let version = try JSONDecoder().decode(Form.self, from: data).version
            guard version <= Self.currentVersion else { throw DiagnosisError.unknownEvidence(version: version) }
            evidence = try JSONDecoder().decode(Evidence.self, from: data)
        } catch let error as DiagnosisError {
            throw error
        } catch {
            throw .badEvidence
        }
        self = evidence
    }
}
