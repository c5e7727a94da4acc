// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Ways to write each letter of a word, and the cheapest ways to write the word.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::names {

struct Choice {
    std::string text;
    std::uint32_t price = 0;
};
using Choices = std::vector<Choice>;

/// Adds a text that is not there yet.
void offer(Choices& choices, std::string_view text, std::uint32_t price);

/// The `most` cheapest ways through the choices, equal ones in the order of the choices. A place
/// without any choice ends all ways. `cut` becomes true when there were more.
std::vector<std::string> cheapest(const std::vector<Choices>& choices, std::size_t most, bool& cut);

}  // namespace cordon::names
