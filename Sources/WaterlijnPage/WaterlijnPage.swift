// The program without a process: a command line and files go in, what would be on the screen and on the disk comes out.
// It is for a page in a browser, as a WebAssembly module, and compiles for any computer too, where tests compare it with
// the program.
//
// A module has no operating system and no C library. What it needs is here, under WebAssembly:
//
// - Memory.swift: memory that is handed out and taken back;
// - Runtime.swift: the four functions that compiled code calls besides;
// - Entry.swift: an entry for hosts that have standard input and output, for the tests. It imports `fd_read` and
//   `fd_write` and nothing else: no clock, no chance, no files.
//
// There is one thread, and the time does not go by. The stack is 8 MB, below all data, so that what would overflow it ends
// the module instead of overwriting something (see the Makefile).
