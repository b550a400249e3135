#include "complete/complete.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "complete/asked.hpp"
#include "diagnostic/report.hpp"
#include "json/pointer.hpp"

namespace crosswalk::complete {
namespace {

constexpr std::ptrdiff_t kStepsMax = 16;  // no place lies so deep

constexpr std::array<std::string_view, 10> kKindNames{"key",
                                                      "word",
                                                      "value",
                                                      "platformObject",
                                                      "platformField",
                                                      "salesforceObject",
                                                      "salesforceField",
                                                      "relationship",
                                                      "recordType",
                                                      "campaign"};

std::string_view shape_words(names::Shape shape) {
  switch (shape) {
    case names::Shape::text:
    case names::Shape::any_text:
      return "text";
    case names::Shape::truth:
      return "true or false";
    case names::Shape::natural:
      return "number";
    case names::Shape::list:
      return "list";
    case names::Shape::object:
      return "object";
    case names::Shape::list_or_object:
      return "list or object";
    default:
      return "value";
  }
}

void offer_words(const Asked& asked, Offers& offers) {
  for (const Word& word : asked.place.words) {
    Offer offer;
    offer.kind = Kind::word;
    offer.text = word.text;
    offer.help = word.help;
    offer.literal = asked.place.pattern == "/version";
    offers.push_back(std::move(offer));
  }
}

// The members that are not there yet.
void offer_members(const Asked& asked, Offers& offers) {
  const auto& there = asked.draft.members;
  std::vector<std::string> tokens = asked.tokens;
  tokens.emplace_back();
  for (const names::Member& member : asked.place.members) {
    if (std::find(there.begin(), there.end(), member.name) != there.end()) continue;
    tokens.back() = member.name;
    const Place* const place = find_place(tokens);
    Offer offer;
    offer.kind = Kind::key;
    offer.text = member.name;
    offer.type = shape_words(member.shape);
    offer.required = member.required;
    if (place != nullptr) offer.help = place->help;
    offers.push_back(std::move(offer));
  }
}

// What fits before what does not, free before used, required before the rest; paths last.
int rank(const Offer& offer) {
  int rank = offer.fit ? static_cast<int>(offer.fit->cls) * 4 : 0;
  if (offer.kind == Kind::relationship) rank += 32;
  if (offer.used) rank += 2;
  if (!offer.required) rank += 1;
  return offer.likely ? 0 : rank + 1;
}

constexpr int kRankMax = 52;

// By rank; equals stay in the order of the schema. Ranks are few: no sorting is needed.
Offers in_order(Offers offers) {
  Offers ordered;
  ordered.reserve(offers.size());
  for (int wanted = 0; wanted <= kRankMax; ++wanted) {
    for (Offer& offer : offers) {
      if (rank(offer) == wanted) ordered.push_back(std::move(offer));
    }
  }
  return ordered;
}

class Writer {
 public:
  void offer(const Offer& offer) {
    out_ += out_.back() == '[' ? "{\"kind\":" : ",{\"kind\":";
    diagnostic::append_json_string(out_, kind_name(offer.kind));
    out_ += ",\"value\":";
    if (offer.literal) {
      out_ += offer.text;
    } else {
      diagnostic::append_json_string(out_, offer.text);
    }
    text("label", offer.label);
    text("type", offer.type);
    text("help", offer.help);
    number("length", offer.length);
    number("precision", offer.precision);
    number("scale", offer.scale);
    truth("required", offer.required);
    truth("readOnly", offer.read_only);
    truth("used", offer.used);
    truth("likely", offer.likely);
    if (offer.fit) fit(*offer.fit);
    out_ += '}';
  }

  std::string done() {
    out_ += "]}";
    return std::move(out_);
  }

 private:
  void name(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    diagnostic::append_json_string(out_, name);
    out_ += ':';
  }
  void text(std::string_view member, std::string_view value) {
    if (value.empty()) return;
    name(member);
    diagnostic::append_json_string(out_, value);
  }
  void number(std::string_view member, std::uint32_t value) {
    if (value == 0) return;
    name(member);
    out_ += std::to_string(value);
  }
  void truth(std::string_view member, bool value) {
    if (!value) return;
    name(member);
    out_ += "true";
  }
  void fit(const Fit& fit) {
    name("fit");
    out_ += '{';
    text("class", compat::class_name(fit.cls));
    text("reason", fit.reason);
    text("loss", fit.loss);
    out_ += '}';
  }

  std::string out_ = "{\"items\":[";
};

}  // namespace

std::string_view kind_name(Kind kind) { return kKindNames.at(static_cast<std::size_t>(kind)); }

Offer offer_of(Kind kind, std::string text, std::string label) {
  Offer offer;
  offer.kind = kind;
  if (label != text) offer.label = std::move(label);
  offer.text = std::move(text);
  return offer;
}

const DraftLine* Asked::line() const {
  const bool in_line = tokens.size() > 3 && tokens[2] == "fields";
  return in_line ? draft.line(tokens[3]) : nullptr;
}

const schema::PlatformField* Asked::platform_field() const {
  const DraftLine* const own = line();
  if (platform == nullptr || tokens.size() < 4) return nullptr;
  // A line of the short form that is still to be written bears its field's name already.
  return platform->find(own == nullptr ? tokens[3] : own->platform);
}

const schema::SalesforceField* Asked::salesforce_field() const {
  if (salesforce == nullptr || tokens.size() < 4) return nullptr;
  if (tokens[2] == "constants") {
    const DraftConstant* const own = draft.constant(tokens[3]);
    return own == nullptr ? nullptr : salesforce->find(own->salesforce);
  }
  const DraftLine* const own = line();
  return own == nullptr ? nullptr : salesforce->find(own->salesforce);
}

std::vector<Offer> complete(const Input& input) {
  std::vector<Offer> offers;
  const std::string_view pointer = input.pointer;
  if (std::count(pointer.begin(), pointer.end(), '/') > kStepsMax) return offers;
  std::vector<std::string> tokens = json::split(pointer);
  const Place* const place = find_place(tokens);
  if (place == nullptr) return offers;
  Draft draft = read_draft(input.mapping, tokens);
  Asked asked{input, *place, std::move(tokens), std::move(draft)};
  asked.platform = input.platform.find(asked.draft.platform);
  asked.salesforce = input.salesforce.find(asked.draft.salesforce);
  offer_words(asked, offers);
  offer_members(asked, offers);
  if (place->offer != nullptr) place->offer(asked, offers);
  return in_order(std::move(offers));
}

std::string write_offers(const std::vector<Offer>& offers) {
  Writer writer;
  for (const Offer& offer : offers) writer.offer(offer);
  return writer.done();
}

}  // namespace crosswalk::complete
