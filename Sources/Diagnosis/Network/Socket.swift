#if Diagnosis
    import CDiagnosis
    import Glibc

    /// A TCP socket that never blocks. A class because it owns its descriptor.
    final class Socket {
        let descriptor: Int32

        /// Begins to connect to an address, never to a name.
        /// - Throws: `SocketError`
        init(connectingTo address: NetworkAddress, port: UInt16) throws(SocketError) {
            let family = address.family == .v4 ? AF_INET : AF_INET6
            descriptor = socket(family, desk_stream_socket, 0)
            guard descriptor >= 0 else { throw SocketError(code: errno) }
            let status = Self.connect(descriptor, address, port)
            guard status == 0 || errno == EINPROGRESS else { throw SocketError(code: errno) }
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        /// What became of connecting, once the socket is ready to write. Nil where it is connected.
        var connectError: SocketError? {
            var code: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            guard getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 else {
                return SocketError(code: errno)
            }
            return code == 0 ? nil : SocketError(code: code)
        }

        private static func connect(_ descriptor: Int32, _ address: NetworkAddress, _ port: UInt16) -> Int32 {
            switch address.family {
            case .v4:
                var place = sockaddr_in()
                place.sin_family = sa_family_t(AF_INET)
                place.sin_port = port.bigEndian
                withUnsafeMutableBytes(of: &place.sin_addr) { $0.copyBytes(from: address.bytes) }
                return withUnsafePointer(to: place) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
            case .v6:
                var place = sockaddr_in6()
                place.sin6_family = sa_family_t(AF_INET6)
                place.sin6_port = port.bigEndian
                withUnsafeMutableBytes(of: &place.sin6_addr) { $0.copyBytes(from: address.bytes) }
                return withUnsafePointer(to: place) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                    }
                }
            }
        }
    }

    /// What the system said of a socket.
    struct SocketError: Error, Equatable {
        let code: Int32

        func outcome(_ family: NetworkAddress.Family) -> ConnectEvidence.Outcome {
            switch code {
            case ECONNREFUSED: .refused
            case ETIMEDOUT: .timedOut
            case ECONNRESET: .reset
            case EAFNOSUPPORT, EADDRNOTAVAIL: .noRouteHere
            // Without IPv6 of its own a machine says at once that it knows no way.
            case ENETUNREACH: family == .v6 ? .noRouteHere : .unreachable
            case EHOSTUNREACH, ENETDOWN, EHOSTDOWN: .unreachable
            default: .failed
            }
        }
    }

    extension Socket {
        /// A connected socket, or why there is none.
        static func connected(
            to address: NetworkAddress, port: UInt16, _ watch: ProbeWatch
        ) -> Result<Socket, ConnectEvidence.Outcome> {
            do throws(SocketError) {
                let socket = try Socket(connectingTo: address, port: port)
                if let stop = watch.wait(for: Int16(POLLOUT), on: socket.descriptor) {
                    return .failure(stop == .cancelled ? .cancelled : .timedOut)
                }
                if let error = socket.connectError { return .failure(error.outcome(address.family)) }
                return .success(socket)
            } catch {
                return .failure(error.outcome(address.family))
            }
        }
    }
#endif
