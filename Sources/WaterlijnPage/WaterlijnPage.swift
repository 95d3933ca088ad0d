// The program without a process: the input is a command line and files, the output is what the program would print and
// write to disk. It is meant for a page in a browser, as a WebAssembly module; it also compiles for any computer, where
// tests compare it with the program.
//
// A module has no operating system and no C library. What it needs is in the folder WebAssembly:
//
// - Memory.swift: memory allocation;
// - Runtime.swift: the four other functions that compiled code calls;
// - Entry.swift: the entry point, for hosts with standard input and output. It imports only `fd_read`, `fd_write` and a
//   clock, which tells how long a command still takes: no random numbers, no files.
//
// There is one thread. The stack is 8 MB and lies below all data, so that a stack overflow
// ends the module instead of overwriting data (see the Makefile).
