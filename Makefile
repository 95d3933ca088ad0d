# `make check` is the one command for everything.
.PHONY: check lint build test builds static cluster round module page embedded fuzz sanitize benchmarks format

check: lint build test builds embedded cluster round

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Sources

build:
	swift build

test:
	swift test

# Optimised and not, for this processor and for any: three more programs, which must give the same bytes; the engine as
# Embedded Swift, which must give the same bits; what a draw takes, counted; and hundreds of ways to divide a run.
builds:
	WATERLIJN_BUILDS=1 swift test --filter 'BuildIdentityTests|WebAssemblyTests|SteadyWorkTests|StateTests|RunPartTests'

# The program for nodes and computers without Swift: its libraries inside, for any processor. It is built from a copy in a
# folder that is always the same one: the compiler puts the length of some paths into the program. So every clone of a
# version gives the same bytes with the same Swift.
STATIC = .build-static/waterlijn
STATIC_SOURCES = /tmp/waterlijn-static
static: $(STATIC)
	sha256sum $(STATIC)

$(STATIC): Package.swift $(shell find Sources -type f)
	rm -rf $(STATIC_SOURCES) && mkdir $(STATIC_SOURCES)
	cp -r Package.swift Sources Tests Benchmarks $(STATIC_SOURCES)
	cd $(STATIC_SOURCES) && WATERLIJN_CPU=portable swift build -c release --product waterlijn --static-swift-stdlib \
	  -Xswiftc -gnone -Xlinker -S -Xswiftc -file-prefix-map -Xswiftc $(STATIC_SOURCES)=waterlijn \
	  -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
	mkdir -p $(dir $(STATIC)) && cp $(STATIC_SOURCES)/.build/release/waterlijn $(STATIC)
	rm -rf $(STATIC_SOURCES)

# A run of a million draws as docs/cluster/slurm tells, on three nodes of which one goes half-way; and kills.
KILLS = 30
cluster: static
	Tests/Cluster/slurm.sh $(STATIC)
	KILLS=$(KILLS) Tests/Cluster/kills.sh $(STATIC)

# A round of 25 answers with sixty mistakes of tired people in them: what `collect` says of them, what goes back, and the
# round after it. Needs openpyxl and LibreOffice.
PYTHON = $(or $(WATERLIJN_PYTHON),python3)
round: static
	if $(PYTHON) -c "import openpyxl" 2>/dev/null && command -v soffice >/dev/null; then \
	  $(PYTHON) Tests/Round/round.py $(STATIC); \
	else echo "NO ROUND IS PLAYED: openpyxl (WATERLIJN_PYTHON) or LibreOffice is absent" >&2; \
	  test "$$WATERLIJN_TOOLS" != required; fi

# All but the process as Embedded Swift for WebAssembly: one module, which must give the program's bytes. WaterlijnPage
# is compiled with all that it uses of the other libraries, which need no code of their own but for the engine's: that is
# made as fast as can be and linked before the rest, which is made small. Takes nine minutes of one processor.
# Where wasm-opt is (Debian's binaryen) the module is made smaller by a twentieth.
# `make embedded SIMD=` leaves out the instructions that `wasmkit` does not know, and tests with that too.
SIMD = -Xcc -msimd128
WASM = .build-wasm/module
FEATURES = $(patsubst %,--enable-%,simd bulk-memory sign-ext nontrapping-float-to-int mutable-globals multivalue)
MODULE = $(WASM)/waterlijn.wasm
LIBRARIES = CostEngine Terms StudyFiles Reports Analyses WaterlijnCommands
EMBEDDED = swiftc -target wasm32-unknown-none-wasm -wmo -parse-as-library -swift-version 6 $(SIMD) -I $(WASM) \
  -enable-experimental-feature Embedded -enable-experimental-feature Extern \
  -enable-upcoming-feature MemberImportVisibility -Xfrontend -disable-stack-protector
# There is nothing for the stack protector to call; and what is linked depends on no path of this computer.
TOOLCHAIN = $(shell swiftc -print-target-info | sed -n 's|.*"runtimeResourcePath": "\(.*\)/lib/swift".*|\1|p')
sources = $(shell find Sources/$(1) -name '*.swift' | LC_ALL=C sort)

module:
	mkdir -p $(WASM)
	$(foreach library,$(LIBRARIES),$(EMBEDDED) -assert-config Release -emit-module \
	  -emit-module-path $(WASM)/$(library).swiftmodule -module-name $(library) $(call sources,$(library)) &&) true
	$(EMBEDDED) -O -Xcc -fno-math-errno -c -o $(WASM)/CostEngine.o -module-name CostEngine $(call sources,CostEngine)
	$(EMBEDDED) -Osize -c -o $(WASM)/WaterlijnPage.o -module-name WaterlijnPage $(call sources,WaterlijnPage)
	$(TOOLCHAIN)/bin/wasm-ld --no-entry --export=_start --export=again --stack-first -z stack-size=8388608 --gc-sections --strip-all \
	  -o $(MODULE) $(WASM)/CostEngine.o $(WASM)/WaterlijnPage.o \
	  $(TOOLCHAIN)/lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a
	if command -v wasm-opt >/dev/null; then wasm-opt -Oz $(FEATURES) -o $(MODULE) $(MODULE); fi

# waterlijn.html: the module and all else in one file, which may have 3 MB.
PAGE = .build-wasm/waterlijn.html
page: module
	xz --format=lzma -9e -c $(MODULE) >$(MODULE).lzma
	swift build --product PageMaker
	.build/debug/PageMaker Sources $(MODULE).lzma scenarios $(PAGE)
	sha256sum $(PAGE)

embedded: page
	WATERLIJN_MODULE=$(CURDIR)/$(MODULE) WATERLIJN_PAGE=$(CURDIR)/$(PAGE) \
	  swift test --filter 'WholeProgramTests|/Program|FirefoxTests'

# Inputs that nobody thought of, which the toolchain's fuzzer makes of Tests/Fuzz/Corpus, led by what the code does with
# them. What breaks something ends up in $(FUZZ)/found; CONTRIBUTING.md tells how it becomes a test.
# `make fuzz SECONDS=3600 TARGETS=study` looks longer for one thing, `SANITIZERS=fuzzer` without looking at memory, which
# is faster.
SECONDS = 60
TARGETS = csv cells study results manifest arguments inflate xml workbook answers
SANITIZERS = fuzzer,address
comma = ,
FUZZ = .build-$(subst $(comma),-,$(SANITIZERS))
FUZZING = -sanitize=$(SANITIZERS) -enable-testing -assert-config Debug

fuzz:
	WATERLIJN_FUZZ=1 swift build -c release --product Fuzz --scratch-path $(FUZZ) --sanitize fuzzer \
	  $(foreach flag,$(FUZZING),-Xswiftc $(flag))
	@mkdir -p $(FUZZ)/found; broken=; for target in $(TARGETS); do \
	  longest=32768; steps=5; \
	  case $$target in cells|arguments) longest=256;; csv|manifest|inflate|xml|answers) longest=4096;; study) steps=1;; esac; \
	  echo "== $$target"; mkdir -p $(FUZZ)/corpus/$$target; \
	  WATERLIJN_FUZZ=$$target SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 $(FUZZ)/release/Fuzz \
	    -max_total_time=$(SECONDS) -timeout=60 -rss_limit_mb=4096 -max_len=$$longest -len_control=0 -mutate_depth=$$steps \
	    -entropic=0 -print_funcs=0 -dict=Tests/Fuzz/dictionary.txt -print_final_stats=1 -artifact_prefix=$(FUZZ)/found/$$target- \
	    $(FUZZ)/corpus/$$target Tests/Fuzz/Corpus/$$target >$(FUZZ)/$$target.log 2>&1 || broken="$$broken $$target"; \
	  grep -a -E 'Fatal error|ERROR|Test unit|executed_units' $(FUZZ)/$$target.log || tail -n 3 $(FUZZ)/$$target.log; \
	done; test -z "$$broken" || { echo "broken:$$broken; the inputs are in $(FUZZ)/found, the logs beside it"; exit 1; }

# The tests with memory and threads looked after; on Linux Swift has no more sanitizers. Pages in a browser are left out:
# they are no code of this program. Nor does a limit of address space hold where the sanitizers reserve it all.
sanitize:
	for sanitizer in address thread; do ASAN_OPTIONS=detect_leaks=0 \
	  swift test --sanitize=$$sanitizer --scratch-path .build-$$sanitizer --skip BrowserTests \
	  --skip tooLittleMemoryIsToldBefore || exit 1; done

benchmarks:
	swift run -c release Benchmarks

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Sources
