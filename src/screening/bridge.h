// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Bridges: why two tokens are taken to be the same, and how surely.
///
/// One rule decides for a pair of forms; a pair of units takes its best pair of forms. The slow
/// twin asks the rule of every pair, the index asks it only of pairs whose terms can be near: same
/// rule, same cells.
#include <cstdint>
#include <string_view>

#include "names/name.h"
#include "screening/profile.h"

namespace cordon::screening {

enum class Bridge : std::uint8_t {
    None,
    Equal,
    Spelling,
    Reading,
    Homophone,
    Translation,
    Concept,
    Sound,
    Initialism,
    Initial,
    Glued,
};
std::string_view to_text(Bridge bridge);

/// A pair of units in the matrix: similarity in thousandths, 0 for no bridge.
struct Cell {
    std::uint16_t similarity = 0;
    Bridge bridge = Bridge::None;
    /// More similar; of equals the earlier bridge of the enumeration.
    [[nodiscard]] bool better_than(const Cell& other) const;
};

/// Which terms can be near each other at all: Latin (spelling, reading, initialism), Han, concept,
/// number, sound.
enum class TermClass : std::uint8_t { Latin, Han, Concept, Number, Sound };
TermClass class_of(names::FormKind kind);

/// Terms of spans are equal when their keys are: the scorer and the index both say so.
std::uint64_t span_key(std::string_view term);

/// What a form brings to the rule besides its text.
struct FormTraits {
    names::FormKind kind = names::FormKind::Spelling;
    names::Role role = names::Role::Brand;
    bool in_span = false;
    bool has_han = false;  ///< the unit also has a Han form
};
/// The rule, given how near the texts are (1000 equal, spelling_similarity otherwise, 0 for not
/// near) and whether one is a single letter that begins the other. Symmetric.
Cell bridged(const FormTraits& a, const FormTraits& b, std::uint32_t nearness, bool initial,
             const Bridges& bridges);
/// The largest similarity `bridged` can give a form of these traits against any partner.
std::uint16_t bridged_at_most(const FormTraits& a, std::uint32_t nearness, const Bridges& bridges);

/// How near two terms are, as `bridged` wants it: equality, or spelling_similarity for Latin terms
/// that are neither in a span nor initialisms and for Han terms outside spans.
std::uint32_t nearness(const names::Form& a, bool a_in_span, const names::Form& b, bool b_in_span);
/// Latin spellings or readings outside spans, one of them a single letter that begins the longer
/// one.
bool is_initial_of(const names::Form& a, bool a_in_span, const names::Form& b, bool b_in_span);

}  // namespace cordon::screening
