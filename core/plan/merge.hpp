// The merge of one pair. Inside plan only; decide() is the face.
#pragma once

#include "plan/decide.hpp"

namespace crosswalk::plan {

class Merger {
 public:
  Merger(const convert::Program& program, const Pair& pair, Scratch& scratch, Decision& out)
      : program_(program), pair_(pair), scratch_(scratch), out_(out) {}

  void run();

 private:
  // What is known of one field of the pair. Values in Salesforce's form where not said otherwise.
  struct Sight {
    std::size_t index;
    const convert::ProgramField& field;
    convert::Value platform;  // the platform's form
    convert::Value salesforce;
    convert::Value base;
    convert::Value outgoing;  // the platform's value as Salesforce would hold it
    bool outgoing_known;      // converted without refusal
  };

  void create_in_salesforce();
  void create_on_platform();
  void merge_fields();

  Sight look(std::size_t index);
  void merge_field(const Sight& sight);
  void merge_key(const Sight& sight);
  bool platform_changed(const Sight& sight);
  bool is_agreed(const Sight& sight);  // the platform holds the base's value
  bool in_step(const Sight& sight);
  void settle_conflict(const Sight& sight);
  void push(const Sight& sight, Rule rule);
  void pull(const Sight& sight, Rule rule);
  void leave(const Sight& sight, Rule rule);
  void forgive(const Sight& sight);
  void agree(const Sight& sight, const convert::Value& value);

  void settle();
  void withdraw(Side side);
  void finish(Action action, Side side, std::string_view reason);

  convert::Value platform_value(std::size_t index) const;
  convert::Value in_platform_form(std::size_t index, const convert::Value& salesforce);
  // -1: Salesforce changed later, 1: the platform did, 0: cannot be told.
  int later_side() const;

  const convert::Program& program_;
  const Pair& pair_;
  Scratch& scratch_;
  Decision& out_;
};

}  // namespace crosswalk::plan
