// Values for the lines of a generated mapping: mostly good ones, many at the borders of what the
// field takes, some that no border explains. What is not known of Salesforce for certain is not
// made; README.md lists it.
#pragma once

#include <string>
#include <vector>

#include "schema/salesforce.hpp"
#include "truth/cell.hpp"
#include "truth/dice.hpp"
#include "truth/scenario.hpp"

namespace crosswalk::truth {

// In Salesforce's own form, and one that the field takes.
Cell good_cell(Dice& dice, const schema::SalesforceField& field);

// Makes the values of one line, row by row; remembers what was there, so that some come twice.
class LineValues {
 public:
  explicit LineValues(const Line& line) : line_(line) {}
  Cell make(Dice& dice, std::size_t row);

 private:
  Cell make_distinct(Dice& dice, std::size_t row);

  const Line& line_;
  std::vector<Cell> before_;
};

// By what the field takes (texts.cpp, choices.cpp, numbers.cpp, moments.cpp).
std::string some_text(Dice& dice, std::size_t units);  // exactly so many UTF-16 units
std::string text_near(Dice& dice, std::size_t units_max, bool lines);
std::string email_text(Dice& dice, std::size_t units_max);
std::string good_email(Dice& dice, std::size_t row);
std::string record_id_text(Dice& dice, const schema::SalesforceField& field);
std::string choice_text(Dice& dice, const schema::SalesforceField& field);
Cell set_of_choices(Dice& dice, const schema::SalesforceField& field);
std::string number_near(Dice& dice, const schema::SalesforceField& field);
std::string any_number(Dice& dice);
std::string date_text(Dice& dice);
std::string datetime_text(Dice& dice);
std::string time_text(Dice& dice);
Cell alien(Dice& dice);  // what somebody typed into the wrong column

}  // namespace crosswalk::truth
