#if Diagnosis
    import Glibc

    /// Connects to all addresses of a site at once, and says of each what became of it.
    struct ConnectProbe {
        let port: UInt16
        let watch: ProbeWatch

        private final class Attempt {
            let address: NetworkAddress
            var socket: Socket?
            var result: ConnectEvidence.Attempt?

            init(_ address: NetworkAddress) {
                self.address = address
            }
        }

        func connect(to addresses: [NetworkAddress]) -> ConnectEvidence {
            let began = watch.now
            let attempts = addresses.map { Attempt($0) }
            for attempt in attempts { begin(attempt, began) }
            while attempts.contains(where: { $0.result == nil }) {
                if let stop = watch.stop {
                    for attempt in attempts where attempt.result == nil {
                        end(attempt, stop == .cancelled ? .cancelled : .timedOut, began)
                    }
                    break
                }
                turn(attempts.filter { $0.result == nil }, began)
            }
            return ConnectEvidence(attempts: attempts.compactMap(\.result))
        }

        private func begin(_ attempt: Attempt, _ began: Int64) {
            do throws(SocketError) {
                attempt.socket = try Socket(connectingTo: attempt.address, port: port)
            } catch {
                end(attempt, error.outcome(attempt.address.family), began)
            }
        }

        private func turn(_ open: [Attempt], _ began: Int64) {
            var polled = open.map { pollfd(fd: $0.socket?.descriptor ?? -1, events: Int16(POLLOUT), revents: 0) }
            guard poll(&polled, nfds_t(polled.count), watch.nextWait) > 0 else { return }
            for (attempt, one) in zip(open, polled) where one.revents != 0 {
                let error = attempt.socket?.connectError
                end(attempt, error?.outcome(attempt.address.family) ?? .connected, began)
            }
        }

        private func end(_ attempt: Attempt, _ outcome: ConnectEvidence.Outcome, _ began: Int64) {
            attempt.socket = nil
            attempt.result = ConnectEvidence.Attempt(
                address: attempt.address, outcome: outcome, milliseconds: watch.now - began)
        }
    }
#endif
