#include <string>
#include <vector>

#include "org/commands.hpp"

int main(int count, char** words) {
  return crosswalk::org::run_command(std::vector<std::string>(words + 1, words + count));
}
