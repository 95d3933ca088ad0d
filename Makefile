# `make check` is the one command for everything.
.PHONY: check lint build test builds module embedded benchmarks format

check: lint build test builds embedded

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Sources

build:
	swift build

test:
	swift test

# Optimised and not, for this processor and for any: three more programs, which must give the same bytes; the engine as
# Embedded Swift, which must give the same bits; and what a draw takes, counted.
builds:
	WATERLIJN_BUILDS=1 swift test --filter 'BuildIdentityTests|WebAssemblyTests|SteadyWorkTests'

# All but the process as Embedded Swift for WebAssembly: one module, which must give the program's bytes. WaterlijnPage
# is compiled with all that it uses of the other libraries, which need no code of their own but for the engine's: that is
# made as fast as can be and linked before the rest, which is made small. Takes nine minutes of one processor.
# `make embedded SIMD=` leaves out the instructions that `wasmkit` does not know, and tests with that too.
SIMD = -Xcc -msimd128
WASM = .build-wasm/module
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
	$(TOOLCHAIN)/bin/wasm-ld --no-entry --export=_start --stack-first -z stack-size=8388608 --gc-sections --strip-all \
	  -o $(MODULE) $(WASM)/CostEngine.o $(WASM)/WaterlijnPage.o \
	  $(TOOLCHAIN)/lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a

embedded: module
	WATERLIJN_MODULE=$(CURDIR)/$(MODULE) swift test --filter WholeProgramTests

benchmarks:
	swift run -c release Benchmarks

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Sources
