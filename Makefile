# `make check` is the one command for everything.
.PHONY: check lint build test embedded benchmarks format

check: lint build test embedded

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

build:
	swift build

test:
	swift test

# The engine as Embedded Swift for WebAssembly: it has no imports and needs no runtime.
embedded:
	swift build --target CostEngine --triple wasm32-unknown-none-wasm -c release \
	  -Xswiftc -enable-experimental-feature -Xswiftc Embedded -Xswiftc -wmo --scratch-path .build-wasm

benchmarks:
	swift run --package-path Benchmarks -c release

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
