// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The name of an item taken apart: atoms of letters, digits and Han characters, and the details
/// that stand beside the model (memory, form factor, count, maker, market edition, part number).
///
/// Invariants
///  1. Atoms are in the order written and folded: width and case gone, '×' and '*' read as "x".
///  2. Every atom has one role; only Plain and Generation atoms can be part of a model's name.
///  3. Nothing inside a part number becomes an atom.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::items {

enum class AtomKind : std::uint8_t { Letters, Digits, Han };
enum class AtomRole : std::uint8_t {
    Plain,
    Generation,  ///< "Ada", "Hopper": part of a name or a detail beside it
    Maker,
    Accelerator,
    Noise,
    Memory,
    Form,
    Count,
    Market,
};

struct Atom {
    std::string text;
    AtomKind kind = AtomKind::Letters;
    AtomRole role = AtomRole::Plain;
    bool glued = false;         ///< nothing stands between it and the atom before
    bool spaced = false;        ///< white space or a bracket stands before it
    bool lower_case = false;    ///< written in lower case
    bool may_be_times = false;  ///< an "x" before a number: a suffix or a times sign
    std::uint32_t word = 0;     ///< atoms of one word share it
};

/// A size of memory and the atom it was read from.
struct NamedMemory {
    std::uint32_t gb = 0;
    std::uint32_t atom = 0;
};

struct ItemName {
    std::vector<Atom> atoms;
    std::vector<NamedMemory> memory;
    std::vector<std::string> forms;   ///< "SXM", "PCIe", "NVL", "OAM"
    std::vector<std::string> makers;  ///< as the catalogue spells them
    std::vector<std::string> part_numbers;
    std::optional<std::uint32_t> count;
    bool special_market = false;     ///< an edition for China
    bool accelerator_named = false;  ///< says graphics card, GPU, 加速卡, SXM … or counts cards
};

/// May this role belong to a model's name?
constexpr bool names_model(AtomRole role) {
    return role == AtomRole::Plain || role == AtomRole::Generation;
}
ItemName read_item_name(std::string_view text);
/// "935-24287-0000-000": the form NVIDIA and others give board and system numbers.
bool is_part_number(std::string_view word);
/// Upper case, no blanks.
std::string folded_part_number(std::string_view text);

}  // namespace cordon::items
