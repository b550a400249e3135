#include "cli/program.hpp"

int main(int argc, char** argv) { return crosswalk::cli::run(argc, argv); }
