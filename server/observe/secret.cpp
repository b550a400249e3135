#include "observe/secret.hpp"

#include <string.h>  // explicit_bzero

#include <cstring>
#include <utility>

namespace crosswalk::observe {

Secret::Secret(std::string_view text)
    : bytes_(text.empty() ? nullptr : new char[text.size()]), size_(text.size()) {
  if (size_ != 0) std::memcpy(bytes_.get(), text.data(), size_);
}

Secret::Secret(std::string&& text) : Secret(std::string_view(text)) { wipe(text); }

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(size_, other.size_);
  return *this;
}

Secret::~Secret() {
  if (size_ != 0) ::explicit_bzero(bytes_.get(), size_);
}

void wipe(std::string& text) {
  if (!text.empty()) ::explicit_bzero(text.data(), text.size());
  text.clear();
}

}  // namespace crosswalk::observe
