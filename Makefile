# `make check` is the one command for everything.
.PHONY: check lint build test embedded benchmarks format

check: lint build test embedded

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

build:
	swift build

test:
	swift test

# All but the process as Embedded Swift for WebAssembly, linked to one module, which must give the program's bytes. The
# engine is made as fast as can be, the rest small. Takes ten minutes or so.
MODULE = .build-wasm/waterlijn.wasm
TOOLCHAIN = $(shell swiftc -print-target-info | sed -n 's|.*"runtimeResourcePath": "\(.*\)/lib/swift".*|\1|p')
WASM = .build-wasm/wasm32-unknown-none-wasm/release

embedded:
	WATERLIJN_SMALL=1 swift build --target WaterlijnPage --triple wasm32-unknown-none-wasm -c release \
	  -Xswiftc -enable-experimental-feature -Xswiftc Embedded -Xswiftc -wmo -Xcc -msimd128 \
	  -Xswiftc -Xfrontend -Xswiftc -disable-stack-protector --scratch-path .build-wasm
	$(TOOLCHAIN)/bin/wasm-ld --no-entry --export=_start --stack-first -z stack-size=8388608 --gc-sections --strip-all \
	  -o $(MODULE) $(foreach target,CostEngine Terms StudyFiles Reports Analyses WaterlijnCommands WaterlijnPage,\
	    $$(ls $(WASM)/$(target).build/*.o)) \
	  $(TOOLCHAIN)/lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a
	ls -l $(MODULE)
	WATERLIJN_MODULE=$(CURDIR)/$(MODULE) swift test --filter WholeProgramTests

benchmarks:
	swift run --package-path Benchmarks -c release

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
