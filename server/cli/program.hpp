// The command line as a whole.
#pragma once

namespace crosswalk::cli {

// Parses, runs one sub-command, answers the exit code. Throws nothing.
int run(int argc, char** argv);

}  // namespace crosswalk::cli
