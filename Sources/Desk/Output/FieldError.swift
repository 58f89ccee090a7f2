/// A field that was asked for and is not there.
enum FieldError: Error, Equatable, Sendable {
    case unknown(String, nearest: String?)
}
