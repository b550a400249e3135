// Secret: text that must never be shown: tokens, passwords, consumer secrets, verifiers. It cannot
// be printed, logged or compared by accident, and its bytes are wiped when it dies. Each copy owns
// its bytes and wipes them. reveal() is the one way in; its result must not outlive the Secret.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace crosswalk::observe {

class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text);
  explicit Secret(std::string&& text);  // wipes the string it was given
  explicit Secret(const char* text) : Secret(std::string_view(text)) {}

  Secret(const Secret& other) : Secret(other.reveal()) {}
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret other) noexcept;
  ~Secret();

  [[nodiscard]] std::string_view reveal() const { return {bytes_.get(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  template <class Character, class Traits>
  friend std::basic_ostream<Character, Traits>& operator<<(std::basic_ostream<Character, Traits>&,
                                                           const Secret&) = delete;

 private:
  std::unique_ptr<char[]> bytes_;  // on the heap, so that a move leaves nothing behind
  std::size_t size_ = 0;
};

// Overwrites the bytes in a way that the optimiser keeps, then empties the string.
void wipe(std::string& text);

}  // namespace crosswalk::observe
