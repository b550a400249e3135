// Prints a tree. Not nlohmann's dump: that brings the C library's printf along, which a page would
// have to download.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::json {
namespace {

using Tree = nlohmann::ordered_json;

// Recursion is as deep as the tree, whose depth read() bounds.
class Writer {
 public:
  Writer(std::string& out, int indent) : out_(out), indent_(indent) {}

  void value(const Tree& tree) {
    switch (tree.type()) {
      case Tree::value_t::object:
        members(tree);
        break;
      case Tree::value_t::array:
        items(tree);
        break;
      case Tree::value_t::string:
        diagnostic::append_json_string(out_, tree.get_ref<const std::string&>());
        break;
      case Tree::value_t::boolean:
        out_ += tree.get<bool>() ? "true" : "false";
        break;
      case Tree::value_t::number_integer:
        integer(tree.get<std::int64_t>());
        break;
      case Tree::value_t::number_unsigned:
        integer(tree.get<std::uint64_t>());
        break;
      case Tree::value_t::number_float:
        decimal(tree.get<double>());
        break;
      default:
        out_ += "null";
    }
  }

 private:
  void members(const Tree& tree) {
    const auto& all = tree.get_ref<const Tree::object_t&>();
    out_ += '{';
    ++depth_;
    bool first = true;
    for (const auto& member : all) {
      separate(first);
      diagnostic::append_json_string(out_, member.first);
      out_ += indent_ > 0 ? ": " : ":";
      value(member.second);
    }
    close('}', first);
  }

  void items(const Tree& tree) {
    out_ += '[';
    ++depth_;
    bool first = true;
    for (const Tree& item : tree.get_ref<const Tree::array_t&>()) {
      separate(first);
      value(item);
    }
    close(']', first);
  }

  void separate(bool& first) {
    if (!first) out_ += ',';
    first = false;
    line();
  }

  void close(char bracket, bool empty) {
    --depth_;
    if (!empty) line();
    out_ += bracket;
  }

  void line() {
    if (indent_ <= 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth_) * static_cast<std::size_t>(indent_), ' ');
  }

  template <class Integer>
  void integer(Integer number) {
    std::array<char, 24> digits;
    const auto got = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out_.append(digits.data(), got.ptr);
  }

  // The shortest digits that read back as the same double.
  void decimal(double number) {
    if (!std::isfinite(number)) {
      out_ += "null";
      return;
    }
    std::array<char, 64> digits;
    char* const end =
        nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), number);
    out_.append(digits.data(), end);
  }

  std::string& out_;
  int indent_;
  int depth_ = 0;
};

}  // namespace

std::string write(const nlohmann::ordered_json& tree, int indent) {
  std::string out;
  Writer(out, indent).value(tree);
  return out;
}

}  // namespace crosswalk::json
