SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

PREFIX ?= /usr/local
DESTDIR ?=
LEGACY ?= ../shared/legacy
ARTICLES ?= ../shared/articles
SEEDS ?= ../shared/seeds
LOGS ?= ../shared/logs
CASES ?= ../shared/cases/import
SWIFT_VERSION := 6.2
TEST_SCRATCH ?= .build
SWIFT_SOURCES := $(wildcard Sources Tests Migrations Seeds Benchmarks Package.swift)
DESK := $(CURDIR)/.build/release/desk
BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share

.PHONY: deps deps-test deps-guard build demo test test-build check format lint record bench guard look deps-look xlsx deps-xlsx look-xlsx \
	legacy cases torture-short torture-long install clean

# What the build needs beside Swift: SQLite and zlib, and what the trait Diagnosis probes sites and names with.
HEADERS := sqlite3.h zlib.h ares.h openssl/ssl.h libpsl.h idn2.h unistr.h
LIBRARIES := libsqlite3-dev zlib1g-dev libc-ares-dev libssl-dev libpsl-dev libidn2-dev libunistring-dev
deps:
	@found=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' || true); \
	lowest=$$(printf '%s\n' "$(SWIFT_VERSION)" "$${found:-0}" | sort -V | sed -n 1p); \
	if [ "$$lowest" != "$(SWIFT_VERSION)" ]; then \
		echo "Swift $(SWIFT_VERSION) or newer is needed, found $${found:-none}: https://www.swift.org/install" >&2; exit 1; \
	fi; \
	missing=; for header in $(HEADERS); do \
		[ -n "$$(ls /usr/include/$$header /usr/include/*/$$header 2>/dev/null)" ] || missing="$$missing $$header"; \
	done; \
	if [ -z "$$missing" ]; then echo "Swift $$found and the libraries are there."; exit 0; fi; \
	if ! command -v apt-get >/dev/null; then as=none; \
	elif [ "$$(id -u)" = 0 ]; then as=; \
	elif sudo -n true 2>/dev/null; then as=sudo; \
	else as=none; fi; \
	if [ "$$as" = none ]; then echo "Missing:$$missing (Debian and Ubuntu: $(LIBRARIES))." >&2; exit 1; fi; \
	$$as apt-get install -y $(LIBRARIES) || { $$as apt-get update && $$as apt-get install -y $(LIBRARIES); }

# What some tests run: shells that complete, the reader of manual pages, a terminal of one's own, system calls that are watched,
# and the servers of the laboratory of broken sites.
deps-test:
	@missing=; for program in zsh fish man setsid unshare strace python3 dnsmasq nginx openssl; do \
		PATH="$$PATH:/usr/sbin" command -v $$program >/dev/null || missing="$$missing $$program"; \
	done; \
	if [ -z "$$missing" ]; then echo "What the tests run is there."; exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	$$as apt-get update && $$as env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends \
		zsh fish man-db util-linux strace python3 dnsmasq-base nginx-light openssl

# One file that runs on any Linux of this architecture, where the static libraries are there. The linker is the one that
# comes with Swift: the system's warns of every function that a static program should not call, called or not.
build:
	@begun=$$(mktemp); trap 'rm -f "$$begun"' EXIT; \
	swift build -c release --product desk -debug-info-format none -Xswiftc -static-executable -Xswiftc -use-ld=lld || { \
		if [ -n "$$(find Sources Migrations Seeds Package.swift -type f -newer "$$begun")" ]; then \
			echo "Sources were changed while they were built: run make build again." >&2; exit 1; \
		fi; \
		echo "No fully static program can be linked here: linking the Swift libraries only." >&2; \
		swift build -c release --product desk --static-swift-stdlib; \
	}

$(DESK):
	@$(MAKE) --no-print-directory build

# A new desk in a temporary folder, from nothing to a report.
demo: deps build
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; cd "$$folder"; \
	unset DESK_DB; export DESK_USER="$${DESK_USER:-demo}"; \
	DESK="$(DESK)" sh "$(CURDIR)/Seeds/story.sh"

# The program that tests start is the one in PROGRAM_FOLDER, where that is given, else the debug build: a release build of the
# same sources starts five times as fast, and tests start thousands. What failed is printed again as the last thing: among
# thousands of lines nobody finds it.
test: test-build
	@if [ -d "$(LEGACY)/data" ]; then export LEGACY_DATA="$$(cd "$(LEGACY)/data" && pwd)"; fi; \
	if [ -e "$(LOGS)/all.log.gz" ]; then export LOGS_DATA="$$(cd "$(LOGS)" && pwd)"; fi; \
	if [ -e "$(CASES)/expected.jsonl" ]; then export CASES_DATA="$$(cd "$(CASES)" && pwd)"; fi; \
	if [ -d "$(SEEDS)" ]; then export SEEDS_DATA="$$(cd "$(SEEDS)" && pwd)"; fi; \
	if [ -d "$(ARTICLES)/docs" ]; then export ARTICLES_DATA="$$(cd "$(ARTICLES)" && pwd)"; fi; \
	if [ -n "$(PROGRAM_FOLDER)" ]; then export DESK_PROGRAM_FOLDER="$(PROGRAM_FOLDER)"; fi; \
	log="$(TEST_SCRATCH)/tests.log"; rm -f "$$log.failed"; \
	{ swift test --skip-build --scratch-path "$(TEST_SCRATCH)" 2>&1 || echo "failed" >"$$log.failed"; } | tee "$$log"; \
	if [ -e "$$log.failed" ]; then \
		rm -f "$$log.failed"; printf '\n%s\n' "What failed:"; grep -a -A 8 "✘" "$$log" | tail -n 200; exit 1; \
	fi

# The folder is another one where a release build runs at the same time: SwiftPM lets one build at a time into a folder.
test-build: deps
	swift build --build-tests --scratch-path "$(TEST_SCRATCH)"

# The release build comes first, so that tests start it.
check: lint build
	@$(MAKE) --no-print-directory test PROGRAM_FOLDER="$(dir $(DESK))"

format:
	swift format -i -r $(SWIFT_SOURCES)

lint:
	swift format lint --strict -r $(SWIFT_SOURCES)

# Rewrites the transcripts with what happens now; read the diff like code.
record:
	RECORD=1 swift test --filter Transcript

bench: build
	Benchmarks/run

# Refuses a program that needs more instructions than it did.
guard: $(DESK) deps-guard
	Benchmarks/guard

deps-guard:
	@if command -v valgrind >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	$$as apt-get install -y valgrind || { $$as apt-get update && $$as apt-get install -y valgrind; }

# What the pages of reports look like, in a browser; the pictures are to be looked at.
look: $(DESK)
	Tests/Pages/look --desk "$(DESK)"

# A browser and Chinese letters for it, for "look" only.
deps-look:
	@if command -v chromium >/dev/null; then echo "Chromium is there."; exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	$$as apt-get update && $$as apt-get install -y chromium fonts-noto-cjk

# The same program, which writes workbooks too: the library is loaded from the system.
xlsx:
	@if [ ! -e /usr/include/xlsxwriter.h ]; then echo "libxlsxwriter is missing: make deps-xlsx" >&2; exit 1; fi
	swift build -c release --product desk --traits XLSX,Diagnosis --scratch-path .build/xlsx --static-swift-stdlib
	@echo .build/xlsx/release/desk

deps-xlsx:
	@if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	$$as apt-get update && $$as apt-get install -y libxlsxwriter-dev

# Workbooks of all reports, opened with a library that is not ours and compared cell by cell.
look-xlsx: xlsx
	Tests/xlsx/compare

# Real datasets through import and export, compared with what an independent reader found in them.
legacy: build
	@if [ ! -d "$(LEGACY)/data" ]; then echo "No datasets in $(LEGACY): set LEGACY to the folder." >&2; exit 1; fi; \
	legacy=$$(cd "$(LEGACY)" && pwd); folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; cd "$$folder"; \
	unset DESK_DB; export DESK_USER=legacy; \
	"$(DESK)" init >/dev/null; \
	"$(DESK)" import --quiet "$$legacy/data" 2>remarks || { tail -n 20 remarks >&2; exit 1; }; \
	echo "$$(wc -l <remarks) remarks of the importer"; \
	"$(DESK)" export --format jsonl >actual.jsonl; \
	python3 "$$legacy/compare.py" "$$legacy/expected.jsonl" actual.jsonl

# Small files of every kind, a desk each, compared with their right reading. Two of them are understood by nobody.
NOT_UNDERSTOOD := no-guide no-links
cases: build
	@if [ ! -e "$(CASES)/expected.jsonl" ]; then echo "No cases in $(CASES): set CASES to the folder." >&2; exit 1; fi; \
	cases=$$(cd "$(CASES)" && pwd); compare=$$(cd "$(LEGACY)" && pwd)/compare.py; \
	folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; cd "$$folder"; unset DESK_DB; export DESK_USER=cases; \
	for file in "$$cases"/*; do \
		name=$$(basename "$$file"); stem=$${name%.*}; \
		case "$$name" in README.md|dialects.md|expected.jsonl) continue;; esac; \
		case " $(NOT_UNDERSTOOD) " in *" $$stem "*) wanted=7;; *) wanted=0;; esac; \
		mkdir "$$stem"; cd "$$stem"; "$(DESK)" init --tz Asia/Shanghai >/dev/null; \
		ended=0; "$(DESK)" import --quiet --as tickets "$$file" >/dev/null 2>remarks || ended=$$?; \
		if [ "$$ended" != "$$wanted" ]; then echo "$$name: exit $$ended, not $$wanted" >&2; cat remarks >&2; exit 1; fi; \
		"$(DESK)" export --format jsonl | grep '"source":{' >>../actual.jsonl || [ "$$wanted" = 7 ]; \
		cd ..; \
	done; \
	python3 "$$compare" --strict "$$cases/expected.jsonl" actual.jsonl

# What no test can bring about by itself: see Tests/torture/README.md. TORTURE_DESK names another program.
TORTURE_DESK ?= $(DESK)

torture-short torture-long: torture-%: $(TORTURE_DESK)
	DESK="$(TORTURE_DESK)" LEGACY="$(LEGACY)" Tests/torture/run $*

install: $(DESK)
	install -d "$(BIN)" "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
		"$(SHARE)/fish/vendor_completions.d" "$(SHARE)/man/man1"
	install -m 755 "$(DESK)" "$(BIN)/desk"
	strip "$(BIN)/desk"
	"$(DESK)" completion bash >"$(SHARE)/bash-completion/completions/desk"
	"$(DESK)" completion zsh >"$(SHARE)/zsh/site-functions/_desk"
	"$(DESK)" completion fish >"$(SHARE)/fish/vendor_completions.d/desk.fish"
	"$(DESK)" manual >"$(SHARE)/man/man1/desk.1"

clean:
	swift package clean
