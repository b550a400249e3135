// The preview report as JSON. Inside preview only.
#pragma once

#include <string>

#include "preview/judge.hpp"

namespace crosswalk::preview {

std::string write_preview(const Judge& judge, bool complete);

}  // namespace crosswalk::preview
