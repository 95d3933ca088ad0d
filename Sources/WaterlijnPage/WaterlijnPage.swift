// The program without a process: the input is a command line and files, the output is what the program would print and
// write to disk. It is meant for a page in a browser, as a WebAssembly module; it also compiles for any computer, where
// tests compare it with the program.
//
// A module has no operating system and no C library. What it needs is in the folder WebAssembly:
//
// - Memory.swift: memory allocation;
// - Runtime.swift: the four other functions that compiled code calls;
// - Entry.swift: an entry point for hosts with standard input and output, for the tests. It imports only `fd_read` and
//   `fd_write`: no clock, no random numbers, no files.
//
// There is one thread, and the clock stands still. The stack is 8 MB and lies below all data, so that a stack overflow
// ends the module instead of overwriting data (see the Makefile).
