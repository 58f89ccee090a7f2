"""Structured nonsense: datasets, queries, times, exports, calendars, texts, command lines and damaged files.

Looks for crashes, hangs, memory, time that grows faster than the input, wrong exit codes and silent wrong results. What is
found is kept below --work/found with the command that shows it.
"""
import torture
from fuzz_export import fuzz_jsonl, fuzz_record
from fuzz_file import fuzz_file
from fuzz_import import fuzz_import
from fuzz_query import fuzz_query, fuzz_times
from fuzz_words import fuzz_args, fuzz_ics, fuzz_texts
from fuzzing import Fuzz
from torture import Tally

KINDS = {"import": fuzz_import, "query": fuzz_query, "times": fuzz_times, "jsonl": fuzz_jsonl, "record": fuzz_record, "ics": fuzz_ics, "texts": fuzz_texts, "args": fuzz_args, "file": fuzz_file}


def main():
    options = torture.arguments(__doc__, minutes=(45.0, "all kinds together"))
    options.tally = Tally()
    for name, body in KINDS.items():
        if options.only in name:
            fuzz = Fuzz(options, name)
            body(fuzz)
            fuzz.end()
    options.tally.end()


if __name__ == "__main__":
    main()
