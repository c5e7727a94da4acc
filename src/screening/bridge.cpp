// SPDX-License-Identifier: Apache-2.0
// The rule of bridges. Two spans never meet: their tokens do, one by one, and a span beside its own
// copy would otherwise outbid them and make a name unlike itself. Two words with the same initials
// have nothing in common, nor have two Han words that are read nearly alike: initials must be
// written by one side, and homophones read exactly alike.
#include "screening/bridge.h"

#include <algorithm>
#include <tuple>

#include "names/spelling.h"

namespace cordon::screening {

using names::FormKind;
using names::Role;

namespace {

constexpr std::uint32_t kEqual = 1000;

std::uint16_t thousandths(std::uint32_t factor, std::uint32_t nearness) {
    return static_cast<std::uint16_t>(factor * nearness / kEqual);
}

/// What a difference in spelling leaves. Rises with nearness, so a bound stays a bound.
std::uint32_t spelled(std::uint32_t nearness, const Bridges& bridges) {
    const std::uint32_t lost = (kEqual - nearness) * bridges.spelling_loss / kEqual;
    return lost < kEqual && nearness > 0 ? kEqual - lost : 0;
}

/// A concept that names somebody or somewhere is a translation; one that says what they do is not.
bool names_something(Role role) {
    return role == Role::Brand || role == Role::Place;
}

Cell latin(const FormTraits& a, const FormTraits& b, std::uint32_t nearness,
           const Bridges& bridges) {
    if (a.kind == FormKind::Initialism || b.kind == FormKind::Initialism) {
        if (a.kind == b.kind) return {};
        return nearness == kEqual ? Cell{bridges.initialism, Bridge::Initialism} : Cell{};
    }
    const bool a_read = a.kind == FormKind::Reading;
    const bool b_read = b.kind == FormKind::Reading;
    if (a_read && b_read && a.has_han && b.has_han) {
        return nearness == kEqual ? Cell{bridges.homophone, Bridge::Homophone} : Cell{};
    }
    // Letters of other alphabets are read one by one: read alike is written alike.
    if (a_read && b_read && !a.has_han && !b.has_han && nearness == kEqual) {
        return {kEqual, Bridge::Equal};
    }
    const std::uint32_t alike = spelled(nearness, bridges);
    if (a_read || b_read) return {thousandths(bridges.reading, alike), Bridge::Reading};
    return {thousandths(kEqual, alike), nearness == kEqual ? Bridge::Equal : Bridge::Spelling};
}

Cell joined(const FormTraits& a, const FormTraits& b, std::uint32_t nearness,
            const Bridges& bridges) {
    switch (class_of(a.kind)) {
        case TermClass::Latin:
            return latin(a, b, nearness, bridges);
        case TermClass::Han:
            return {thousandths(kEqual, spelled(nearness, bridges)),
                    nearness == kEqual ? Bridge::Equal : Bridge::Spelling};
        case TermClass::Concept:
            if (nearness < kEqual) return {};
            return names_something(a.role) || names_something(b.role)
                       ? Cell{bridges.translation, Bridge::Translation}
                       : Cell{bridges.concept_equal, Bridge::Concept};
        case TermClass::Number:
            return nearness == kEqual ? Cell{kEqual, Bridge::Equal} : Cell{};
        case TermClass::Sound:
            return nearness == kEqual ? Cell{bridges.sound, Bridge::Sound} : Cell{};
    }
    return {};
}

bool may_be_initial(const FormTraits& form) {
    return !form.in_span && form.role == Role::Brand &&
           (form.kind == FormKind::Spelling || form.kind == FormKind::Reading);
}

Cell kept(Cell cell) {
    return cell.similarity > 0 ? cell : Cell{};
}

bool is_spelled(const names::Form& form, bool in_span) {
    return !in_span && (form.kind == FormKind::Spelling || form.kind == FormKind::Reading);
}

}  // namespace

std::string_view to_text(Bridge bridge) {
    switch (bridge) {
        case Bridge::None:
            return "none";
        case Bridge::Equal:
            return "equal";
        case Bridge::Spelling:
            return "spelling";
        case Bridge::Reading:
            return "reading";
        case Bridge::Homophone:
            return "homophone";
        case Bridge::Translation:
            return "translation";
        case Bridge::Concept:
            return "concept";
        case Bridge::Sound:
            return "sound";
        case Bridge::Initialism:
            return "initialism";
        case Bridge::Initial:
            return "initial";
        case Bridge::Glued:
            return "glued";
    }
    return "";
}

bool Cell::better_than(const Cell& other) const {
    if (similarity != other.similarity) return similarity > other.similarity;
    return bridge < other.bridge && similarity > 0;
}

TermClass class_of(FormKind kind) {
    switch (kind) {
        case FormKind::Spelling:
        case FormKind::Reading:
        case FormKind::Initialism:
            return TermClass::Latin;
        case FormKind::Han:
            return TermClass::Han;
        case FormKind::Concept:
            return TermClass::Concept;
        case FormKind::Number:
            return TermClass::Number;
        case FormKind::Sound:
            return TermClass::Sound;
    }
    return TermClass::Latin;
}

std::uint64_t span_key(std::string_view term) {
    std::uint64_t key = 0xcbf29ce484222325;  // FNV-1a …
    for (const char byte : term) {
        key = (key ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9;  // … and the last steps of splitmix64
    key = (key ^ (key >> 27)) * 0x94d049bb133111eb;
    return key ^ (key >> 31);
}

Cell bridged(const FormTraits& a, const FormTraits& b, std::uint32_t nearness, bool initial,
             const Bridges& bridges) {
    if (class_of(a.kind) != class_of(b.kind) || (a.in_span && b.in_span)) return {};
    if (a.in_span || b.in_span) {
        if (nearness < kEqual) return {};
        const Cell inner = joined(a, b, nearness, bridges);
        return kept({thousandths(inner.similarity, bridges.glued), Bridge::Glued});
    }
    const Cell cell = kept(joined(a, b, nearness, bridges));
    if (!initial || !may_be_initial(a) || !may_be_initial(b)) return cell;
    const Cell by_initial = kept({bridges.initial, Bridge::Initial});
    return by_initial.better_than(cell) ? by_initial : cell;
}

std::uint16_t bridged_at_most(const FormTraits& a, std::uint32_t nearness, const Bridges& bridges) {
    if (a.in_span && nearness < kEqual) return 0;
    std::uint32_t most = 0;
    const std::uint32_t by_initialism = nearness == kEqual ? bridges.initialism : 0U;
    switch (a.kind) {
        case FormKind::Spelling:
            // The best partner is a spelling; a reading or an initialism gives no more.
            most = spelled(nearness, bridges);
            break;
        case FormKind::Reading:
            most = std::max<std::uint32_t>(thousandths(bridges.reading, spelled(nearness, bridges)),
                                           by_initialism);
            if (nearness == kEqual) {
                most = std::max<std::uint32_t>(most, a.has_han ? bridges.homophone : kEqual);
            }
            break;
        case FormKind::Initialism:
            most = by_initialism;
            break;
        case FormKind::Han:
            most = spelled(nearness, bridges);
            break;
        case FormKind::Concept:
            if (nearness < kEqual) return 0;
            most = names_something(a.role) ? bridges.translation
                                           : std::max(bridges.translation, bridges.concept_equal);
            break;
        case FormKind::Number:
            most = nearness == kEqual ? kEqual : 0;
            break;
        case FormKind::Sound:
            most = nearness == kEqual ? bridges.sound : 0;
            break;
    }
    if (a.in_span) return thousandths(most, bridges.glued);
    if (may_be_initial(a)) most = std::max<std::uint32_t>(most, bridges.initial);
    return static_cast<std::uint16_t>(most);
}

std::uint32_t nearness(const names::Form& a, bool a_in_span, const names::Form& b, bool b_in_span) {
    const TermClass kind = class_of(a.kind);
    if (kind != class_of(b.kind)) return 0;
    if (a_in_span || b_in_span) return span_key(a.term) == span_key(b.term) ? kEqual : 0;
    const bool may_be_near =
        kind == TermClass::Han || (kind == TermClass::Latin && a.kind != FormKind::Initialism &&
                                   b.kind != FormKind::Initialism);
    if (may_be_near) return names::spelling_similarity(a.term, b.term);
    return a.term == b.term ? kEqual : 0;
}

bool is_initial_of(const names::Form& a, bool a_in_span, const names::Form& b, bool b_in_span) {
    if (!is_spelled(a, a_in_span) || !is_spelled(b, b_in_span)) return false;
    const std::string& shorter = a.term.size() <= b.term.size() ? a.term : b.term;
    const std::string& longer = a.term.size() <= b.term.size() ? b.term : a.term;
    return shorter.size() == 1 && longer.size() > 1 && longer.front() == shorter.front() &&
           shorter.front() >= 'a' && shorter.front() <= 'z';
}

}  // namespace cordon::screening
