// The open workspaces, and the operations by name: text in, text out. Handles are numbers from 1;
// handle 0 stands for no workspace: schemas that know nothing. One instance of the module is one
// thread, so nothing locks. A refusal is an answer too: {"error":{"code","message","path"?}}.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "operations.hpp"
#include "validate/validate.hpp"

namespace crosswalk::wasm {

class Workspaces {
 public:
  // {"platform","salesforce":[...],"admin"?:[...],"org"?,"policy"?}, each document as text →
  // {"handle"}.
  std::string open(std::string_view input);
  // "validate": on a handle, input is the mapping's text; on handle 0, it is what open() takes and
  // "mapping" beside it. → a report. The others take an object, see operations.hpp.
  std::string call(int handle, std::string_view operation, std::string_view input) const;
  void close(int handle);

 private:
  struct Texts {
    std::string mapping;
    std::string platform;
    std::vector<std::string> salesforce;
    std::vector<std::string> admin;
    std::string org;
    std::string policy;
  };
  struct Open {
    validate::Workspace parsed;
    // Kept only where a schema has findings: then every report must name them, as the one-shot
    // does.
    Texts texts;
    bool schemas_have_findings = false;
  };

  static Result<Texts> read(const Tree& tree);
  static std::string validate(const Open& open, std::string_view mapping);
  static std::string validate_once(const Texts& texts, std::string_view mapping);

  std::map<int, Open> open_;
  int last_handle_ = 0;
};

}  // namespace crosswalk::wasm
