#include "mapping/writer.hpp"

#include <algorithm>
#include <set>

#include "diagnostic/report.hpp"

namespace crosswalk::mapping {
namespace {

// Prints by hand, because numbers must keep their digits and a field reads best on one line.
class Printer {
 public:
  explicit Printer(FieldStyle style) : style_(style) {}

  std::string run(const Document& document) {
    open("{");
    member("version");
    out_ += std::to_string(document.version);
    if (!document.name.empty()) text_member("name", document.name);
    if (!document.policy.empty()) text_member("policy", document.policy);
    if (!document.country.empty()) text_member("country", document.country);
    kept(document.kept);
    member("objects");
    out_ += "[";
    for (std::size_t i = 0; i < document.objects.size(); ++i) {
      out_ += i == 0 ? "" : ", ";
      object(document.objects[i]);
    }
    out_ += "]";
    close("}");
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void newline() {
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
  }
  void open(std::string_view bracket) {
    out_ += bracket;
    ++depth_;
    first_ = true;
  }
  void close(std::string_view bracket) {
    --depth_;
    newline();
    out_ += bracket;
    first_ = false;
  }
  void item() {
    if (!first_) out_ += ',';
    first_ = false;
    newline();
  }
  void text(std::string_view value) { diagnostic::append_json_string(out_, value); }
  void member(std::string_view name) {
    item();
    text(name);
    out_ += ": ";
  }
  void text_member(std::string_view name, std::string_view value) {
    member(name);
    text(value);
  }
  void kept(const std::vector<KeptMember>& members) {
    for (const KeptMember& kept : members) {
      member(kept.key);
      out_ += kept.json;
    }
  }
  void literal(const Literal& value) {
    switch (value.kind) {
      case LiteralKind::text:
        text(value.text);
        return;
      case LiteralKind::number:
        out_ += value.text;
        return;
      case LiteralKind::truth:
        out_ += value.truth ? "true" : "false";
        return;
      case LiteralKind::absent:
      case LiteralKind::null:
        out_ += "null";
    }
  }

  void object(const ObjectMapping& object) {
    open("{");
    text_member("platform", object.platform);
    text_member("salesforce", object.salesforce);
    text_member("direction", word(object.direction));
    if (object.match.given()) match(object.match);
    member("create");
    out_ += object.create ? "true" : "false";
    member("update");
    out_ += object.update ? "true" : "false";
    if (object.on_delete != OnDelete::ignore) text_member("onDelete", word(object.on_delete));
    where(object.where);
    if (object.owner != Owner::any) text_member("owner", word(object.owner));
    kept(object.kept);
    member("fields");
    if (style_ == FieldStyle::shorthand && fits_shorthand(object)) {
      short_fields(object);
    } else {
      long_fields(object);
    }
    if (!object.constants.empty()) constants(object);
    close("}");
  }

  void match(const Match& match) {
    member("match");
    const char* separator = "{ ";
    const auto name = [&](std::string_view key) {
      out_ += separator;
      separator = ", ";
      text(key);
      out_ += ": ";
    };
    if (!match.external_id.empty()) {
      name("externalId");
      text(match.external_id);
    }
    if (!match.fields.empty()) {
      name("fields");
      out_ += '[';
      for (std::size_t i = 0; i < match.fields.size(); ++i) {
        if (i > 0) out_ += ", ";
        text(match.fields[i]);
      }
      out_ += ']';
    }
    if (match.on_multiple != OnMultiple::issue) {
      name("onMultiple");
      text(word(match.on_multiple));
    }
    out_ += " }";
  }

  void where(const Where& where) {
    if (where.salesforce.empty() && where.platform.empty()) return;
    member("where");
    const char* separator = "{ ";
    if (!where.salesforce.empty()) {
      out_ += "{ \"salesforce\": ";
      text(where.salesforce);
      separator = ", ";
    }
    if (!where.platform.empty()) {
      out_ += separator;
      out_ += "\"platform\": ";
      text(where.platform);
    }
    out_ += " }";
  }

  // Every field says only its two names, and no platform field comes twice.
  static bool fits_shorthand(const ObjectMapping& object) {
    std::set<std::string_view> seen;
    return std::all_of(object.fields.begin(), object.fields.end(), [&](const FieldMapping& field) {
      return !field.direction && !field.conflict && field.transforms.empty() && !field.display &&
             field.on_too_long == OnTooLong::refuse && field.on_null == OnNull::clear &&
             !field.default_value.given() && seen.insert(field.platform).second;
    });
  }

  void short_fields(const ObjectMapping& object) {
    open("{");
    for (const FieldMapping& field : object.fields) text_member(field.platform, field.salesforce);
    close("}");
  }

  void long_fields(const ObjectMapping& object) {
    open("[");
    for (const FieldMapping& entry : object.fields) {
      item();
      field(entry);
    }
    close("]");
  }

  void field(const FieldMapping& field) {
    const auto word_member = [this](std::string_view name, std::string_view value) {
      out_ += ", ";
      text(name);
      out_ += ": ";
      text(value);
    };
    out_ += "{ \"platform\": ";
    text(field.platform);
    word_member("salesforce", field.salesforce);
    if (field.direction) word_member("direction", word(*field.direction));
    if (field.conflict) word_member("conflict", word(*field.conflict));
    if (!field.transforms.empty()) {
      out_ += ", \"transform\": ";
      steps(field.transforms);
    }
    if (field.on_too_long != OnTooLong::refuse) {
      word_member("onTooLong", word(field.on_too_long));
    }
    if (field.on_null != OnNull::clear) word_member("onNull", word(field.on_null));
    if (field.default_value.given()) {
      out_ += ", \"default\": ";
      literal(field.default_value);
    }
    if (field.display) out_ += ", \"display\": true";
    out_ += " }";
  }

  // The name of a member on the same line; a comma before it, but for the first.
  void inline_member(std::string_view name) {
    out_ += out_.back() == '{' ? " " : ", ";
    text(name);
    out_ += ": ";
  }

  void steps(const std::vector<Transform>& steps) {
    out_ += '[';
    for (const Transform& each : steps) {
      if (out_.back() != '[') out_ += ", ";
      step(each);
    }
    out_ += ']';
  }

  void step(const Transform& step) {
    const StepRow& row = row_of(step.step);
    out_ += '{';
    if (step.step == Step::map) {
      inline_member(row.name);
      out_ += '{';
      for (const MapEntry& entry : step.entries) {
        inline_member(entry.from);
        literal(entry.to);
      }
      out_ += " }";
    } else if (!row.inside.empty()) {
      inline_member(row.name);
      out_ += '{';
      for (const names::Member& member : row.inside) setting(step, member.name);
      out_ += " }";
    } else {
      setting(step, row.name);
    }
    for (const std::string_view name : row.beside) setting(step, name);
    if (step.otherwise.given()) {
      inline_member("otherwise");
      literal(step.otherwise);
    }
    branch("then", step.then_steps);
    branch("else", step.else_steps);
    out_ += " }";
  }

  void setting(const Transform& step, std::string_view name) {
    const Setting* const setting = step.find(name);
    if (setting == nullptr) return;
    inline_member(name);
    if (setting->value.given()) return literal(setting->value);
    out_ += '[';
    for (const std::string& item : setting->texts) {
      if (out_.back() != '[') out_ += ", ";
      text(item);
    }
    out_ += ']';
  }

  void branch(std::string_view name, const std::vector<Transform>& taken) {
    if (taken.empty()) return;
    inline_member(name);
    steps(taken);
  }

  void constants(const ObjectMapping& object) {
    member("constants");
    open("[");
    for (const Constant& constant : object.constants) {
      item();
      out_ += "{ \"salesforce\": ";
      text(constant.salesforce);
      out_ += ", \"value\": ";
      literal(constant.value);
      out_ += " }";
    }
    close("]");
  }

  FieldStyle style_;
  std::string out_;
  std::size_t depth_ = 0;
  bool first_ = true;
};

}  // namespace

std::string write(const Document& document, FieldStyle style) {
  return Printer(style).run(document);
}

}  // namespace crosswalk::mapping
