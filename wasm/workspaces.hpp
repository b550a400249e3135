// The open workspaces, and the operations by name: text in, text out. Handles are numbers from 1;
// handle 0 stands for no workspace: schemas that know nothing. One instance of the module is one
// thread, so nothing locks. A refusal is an answer too: {"error":{"code","message","path"?}}.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "operations.hpp"

namespace crosswalk::wasm {

class Workspaces {
 public:
  // {"platform","salesforce":[...],"admin"?:[...],"org"?,"policy"?}, each document as text →
  // {"handle"}.
  std::string open(std::string_view input);
  // Of operations(); input is an object, or the text itself, as the operation takes it.
  std::string call(int handle, std::string_view operation, std::string_view input) const;
  void close(int handle);

 private:
  std::map<int, Schemas> open_;
  int last_handle_ = 0;
};

}  // namespace crosswalk::wasm
