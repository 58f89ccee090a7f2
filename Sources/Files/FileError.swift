/// Why a file could not be read. Cases carry values; the command line puts them into words.
package enum FileError: Error, Equatable, CustomStringConvertible {
    case noSuchFile(String)
    case cannotRead(String, reason: String)
    case notText(String)
    /// What should be a text is in no encoding that is read.
    case unknownEncoding(String)
    /// Packed in a way that is not read; the second says which.
    case packed(String, String)
    case tooLarge(String, bytes: Int, limit: Int)
    case noDatasets(String)
    case badLine(String, line: Int, reason: String)
    case cannotWrite(String, reason: String)
    /// No iCalendar file.
    case notCalendar(String)
    /// It ends, or goes on, where a part of it has not ended.
    case cutOff(String, line: Int)

    /// Of the file or folder.
    package var path: String? {
        switch self {
        case .noSuchFile(let path), .cannotRead(let path, _), .notText(let path), .unknownEncoding(let path),
            .packed(let path, _), .tooLarge(let path, _, _), .noDatasets(let path), .badLine(let path, _, _),
            .cannotWrite(let path, _), .notCalendar(let path), .cutOff(let path, _):
            path
        }
    }

    package var description: String {
        switch self {
        case .noSuchFile(let path): "no such file: \(path)"
        case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
        case .notText(let path): "not a text: \(path)"
        case .unknownEncoding(let path): "unknown encoding: \(path)"
        case .packed(let path, let packing): "\(path) is packed with \(packing)"
        case .tooLarge(let path, let bytes, let limit): "\(path) has \(bytes) bytes, more than \(limit)"
        case .noDatasets(let path): "no datasets in \(path)"
        case .badLine(let path, let line, let reason): "\(path):\(line): \(reason)"
        case .notCalendar(let path): "\(path) is no iCalendar file"
        case .cutOff(let path, let line): "\(path):\(line): not ended"
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        }
    }
}
