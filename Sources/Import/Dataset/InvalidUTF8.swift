/// Finds where bytes stop being UTF-8.
enum InvalidUTF8 {
    static func first(in bytes: Bytes) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
