/// A field that was asked for and is not there.
package enum FieldError: Error, Equatable, Sendable {
    case unknown(String, nearest: String?)
}
