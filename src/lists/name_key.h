// SPDX-License-Identifier: Apache-2.0
#pragma once
/// How two spellings of one name become one key. `name_key` itself is declared in snapshot.h.
#include <cstdint>
#include <string>
#include <string_view>

namespace cordon::lists {

/// Makes keys again and again in the same memory, so that a look-up needs no allocation.
/// Thread safety: one a thread.
class KeyMaker {
public:
    /// The key of `name`; valid until the next call.
    std::string_view key(std::string_view name);

private:
    std::string key_;
};

/// The words of a name, folded, before legal forms come off.
std::string folded_words(std::string_view name);
/// A name with any character outside ASCII: width, case, accents and punctuation folded so that
/// only letters, digits, blanks and ASCII points are left.
std::string folded_beyond_ascii(std::string_view name);
/// The same for every machine and version: it is stored in snapshots.
std::uint64_t key_hash(std::string_view key);

}  // namespace cordon::lists
