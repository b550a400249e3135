// What `crosswalk-org` does, told by its arguments. Answers the exit code: 0 good, 1 failed, 2
// usage.
#pragma once

#include <string>
#include <vector>

namespace crosswalk::org {

int run_command(const std::vector<std::string>& arguments);

}  // namespace crosswalk::org
