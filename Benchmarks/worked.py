"""A desk on which people have worked for years: what the reports count. Tickets and texts are those of an imported desk;
times, people and what happened to each ticket are made up here, always the same."""
import random
import sqlite3
import sys

FIRST, LAST = 1672531200_000, 1761955200_000  # 2023-01-01 to 2025-11-01
NOW = "2025-11-03T02:00:00Z"
HOUR = 3_600_000
NEW, OPEN, PENDING, HOLD, RESOLVED, CLOSED = range(1, 7)


def work(imported, desk):
    """Copies the desk and lets years pass on it."""
    with sqlite3.connect(imported) as source, sqlite3.connect(desk) as database:
        source.backup(database)
        Years(database).pass_by()
    source.close()
    database.close()


class Years:
    def __init__(self, database):
        self.database = database
        self.random = random.Random(7)
        # (at, ticket, agent, command, [(kind, field, before, after)])
        self.deeds = []

    def pass_by(self):
        self.people()
        messages = self.messages()
        rows = []
        tickets = [ticket for (ticket,) in self.database.execute("SELECT id FROM ticket ORDER BY id")]
        # Numbers are given in the order of time.
        times = sorted(self.random.randrange(FIRST, LAST) for _ in tickets)
        for ticket, created in zip(tickets, times):
            rows.append(self.live(ticket, created, messages.get(ticket, [])))
        self.database.executemany(
            "UPDATE ticket SET created_at = ?, updated_at = ?, status = ?, resolved_at = ?, closed_at = ?, assignee_id = ?,"
            " team_id = ?, customer_id = ?, channel = ?, priority = ? WHERE id = ?", rows)
        # As if filed here: nothing is promised for what came from elsewhere.
        self.database.execute("UPDATE ticket SET source_file_id = NULL, source_position = NULL")
        self.write_history()

    def people(self):
        execute = self.database.executemany
        execute("INSERT INTO agent (id, name, folded, role) VALUES (?, ?, ?, 2)",
                [(n, f"agent{n}", f"agent{n}") for n in range(100, 112)])
        execute("INSERT INTO team (id, name, folded) VALUES (?, ?, ?)",
                [(n, f"team{n}", f"team{n}") for n in range(1, 6)])
        execute("INSERT INTO customer (id, name, folded) VALUES (?, ?, ?)",
                [(n, f"customer{n}", f"customer{n}") for n in range(1, 5001)])
        execute("INSERT INTO tag (id, name, folded) VALUES (?, ?, ?)",
                [(n, f"tag{n}", f"tag{n}") for n in range(1000, 1050)])

    def messages(self):
        messages = {}
        for ticket, message, role in self.database.execute(
                "SELECT ticket_id, id, role FROM message ORDER BY ticket_id, sequence"):
            messages.setdefault(ticket, []).append((message, role))
        return messages

    def live(self, ticket, created, messages):
        chance = self.random
        agent = 100 + int(min(11, chance.expovariate(0.3)))
        at = created
        self.deed(at, ticket, 1, "desk new", [("create", "ticket", None, None)])
        said = []
        for message, role in messages:
            at += int(chance.expovariate(1 / (2 * HOUR)))
            said.append((at, agent if role == 2 else None, message))
        self.database.executemany("UPDATE message SET at = ?, agent_id = ? WHERE id = ?", said)
        status, resolved, assignee = NEW, None, None

        def move(to, verb, *more):
            nonlocal at, status
            at += int(chance.expovariate(1 / (8 * HOUR))) + 60_000
            self.deed(at, ticket, agent, f"desk {verb} {ticket}",
                      [("change", "status", str(status), str(to))] + [("change", *change) for change in more])
            status = to

        if chance.random() < 0.95:
            assignee = agent
            move(OPEN, "take", ("assignee", None, str(agent)))
            if chance.random() < 0.2:
                assignee = 100 + (agent - 99) % 12
                self.deed(at + 1000, ticket, agent, f"desk assign {ticket}",
                          [("change", "assignee", str(agent), str(assignee))])
            while chance.random() < 0.3:
                move(PENDING, "pend")
                move(OPEN, "receive")
            if chance.random() < 0.93:
                move(RESOLVED, "resolve")
                resolved = at
                while chance.random() < 0.08:
                    move(OPEN, "reopen")
                    move(RESOLVED, "resolve")
                    resolved = at
                if at < LAST - 96 * HOUR:
                    at += 96 * HOUR
                    move(CLOSED, "tick")
        self.tag(ticket)
        closed = at if status == CLOSED else None
        return (created, at, status, resolved, closed, assignee, chance.choice([None, 1, 2, 3, 4, 5]),
                chance.randrange(1, 5001), chance.choice(["web", "phone", "chat", None]), chance.choice([1, 2, 2, 2, 3, 4]),
                ticket)

    def tag(self, ticket):
        for tag in {self.random.randrange(1000, 1050) for _ in range(self.random.randrange(0, 3))}:
            self.database.execute("INSERT INTO ticket_tag (ticket_id, tag_id) VALUES (?, ?)", (ticket, tag))

    def deed(self, at, ticket, agent, command, changes):
        self.deeds.append((at, ticket, agent, command, changes))

    def write_history(self):
        """Every deed is an operation of its own, in the order of time."""
        self.deeds.sort(key=lambda deed: deed[0])
        operations, events = [], []
        for number, (at, ticket, agent, command, changes) in enumerate(self.deeds, start=1):
            operations.append((number, agent, at, command))
            for sequence, (kind, field, before, after) in enumerate(changes, start=1):
                events.append((number, sequence, ticket, kind, field, before, after, at, counts_as(field, before, after)))
        self.database.execute("DELETE FROM event")
        self.database.execute("DELETE FROM operation")
        self.database.executemany("INSERT INTO operation (id, agent_id, at, command) VALUES (?, ?, ?, ?)", operations)
        self.database.executemany(
            "INSERT INTO event (operation_id, sequence, ticket_id, kind, field, before, after, at, counts_as)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", events)
        self.database.execute("UPDATE counter SET last = ? WHERE name = 'change'", (len(operations),))


def counts_as(field, before, after):
    """As what reports count an event: resolved, reopened or handed over."""
    if field == "status":
        was, is_done = int(before) >= RESOLVED, int(after) >= RESOLVED
        return None if was == is_done else 1 if is_done else 2
    return 4 if field == "assignee" and before and after else None


if __name__ == "__main__":
    work(*sys.argv[1:])
