// SPDX-License-Identifier: Apache-2.0
// A bracket holds names when a marker stands at its beginning; "(Hong Kong)" and "(CETC 14)" do
// not. Its names are divided by semicolons. "Lin Rongnan, Steven Lim and Yong Nam Lim" may be three
// names or one: it stays whole, and where every part has two words the parts are names besides.
// Nothing is guessed of "Foo, Ltd.", "Bar, Beijing" and "Research and Development Institute".
// Tested by bracketed_names_test.cpp.
#include "lists/bracketed_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "lists/collector.h"
#include "lists/entity_words.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

struct Word {
    std::string_view text;
    bool former;
};
constexpr std::array<Word, 8> kMarkers = {{{"a.k.a", false},
                                           {"f.k.a", true},
                                           {"n.k.a", false},
                                           {"d.b.a", false},
                                           {"also known as", false},
                                           {"formerly known as", true},
                                           {"now known as", false},
                                           {"dba ", false}}};
constexpr std::string_view kOpenQuote = "\xE2\x80\x9C";
constexpr std::string_view kCloseQuote = "\xE2\x80\x9D";

bool is_one_of(char c, std::string_view marks) {
    return marks.find(c) != std::string_view::npos;
}

/// The marker that begins at this place, with the blanks and commas before it.
std::optional<NameMarker> marker_at(std::string_view text, std::size_t at) {
    if (!is_one_of(text[at], "AaDdFfNn")) return {};
    for (const auto& word : kMarkers) {
        if (!begins(text.substr(at), word.text)) continue;
        auto end = at + word.text.size();
        // "a.k.a." but not "a.k.ab".
        const bool open = word.text.back() == ' ' || end == text.size();
        if (!open && !is_one_of(text[end], ".,: ")) continue;
        while (end < text.size() && is_one_of(text[end], ".,: ")) ++end;
        auto begin = at;
        while (begin > 0 && is_one_of(text[begin - 1], " ,")) --begin;
        return NameMarker{begin, end, word.former};
    }
    return {};
}

/// Where the bracket that opens at `open` closes; npos if it does not.
std::size_t close_of(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    for (auto at = open; at < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && --depth == 0) return at;
    }
    return std::string_view::npos;
}

/// The marker that a bracket begins with.
std::optional<NameMarker> marker_behind(std::string_view text, std::size_t open) {
    const auto at = text.find_first_not_of(' ', open + 1);
    return at == std::string_view::npos ? std::nullopt : marker_at(text, at);
}

/// Behind "the following two aliases:"; 0 where the text does not begin so.
std::size_t behind_announcement(std::string_view text) {
    constexpr std::string_view kBegin = "the following ";
    if (!begins(text, kBegin)) return 0;
    auto at = text.find(' ', kBegin.size());
    if (at == std::string_view::npos) return 0;
    ++at;
    if (!begins(text.substr(at), "alias")) return 0;
    at += begins(text.substr(at), "aliases") ? std::size_t{7} : std::size_t{5};
    return std::min(text.find_first_not_of(" :,", at), text.size());
}

std::size_t words_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// The "and" or "or" before the last name of a list, with how long it is.
std::pair<std::size_t, std::size_t> last_and(std::string_view text) {
    const auto both = text.rfind(" and ");
    const auto either = text.rfind(" or ");
    if (both == std::string_view::npos) return {either, 4};
    return either == std::string_view::npos || either < both ? std::pair{both, std::size_t{5}}
                                                             : std::pair{either, std::size_t{4}};
}

/// The names of "A B, C D and E F"; none when it is no such list.
std::vector<std::string_view> listed(std::string_view text) {
    const auto [at, size] = last_and(text);
    if (at == std::string_view::npos) return {};
    std::vector<std::string_view> names;
    auto before = text.substr(0, at);
    while (!before.empty()) {
        const auto comma = std::min(before.find(','), before.size());
        names.push_back(trimmed(before.substr(0, comma)));
        before = comma < before.size() ? before.substr(comma + 1) : std::string_view();
    }
    names.push_back(trimmed(text.substr(at + size)));
    const auto last_word = [](std::string_view name) {
        return name.substr(name.find_last_of(' ') + 1);
    };
    const auto first = names.front();
    const auto last = names.back();
    // Two names without a comma are two only if they look alike.
    const bool alike = names.size() > 2 || first_word(first) == first_word(last) ||
                       last_word(first) == last_word(last);
    const bool whole = std::any_of(names.begin(), names.end(), [](std::string_view name) {
        return words_in(name) < 2 || is_form(first_word(name));
    });
    if (!alike || whole) return {};
    return names;
}

std::string without_quotes(const std::string& text) {
    const bool quoted = text.size() > 6 && text.starts_with(kOpenQuote) &&
                        text.ends_with(kCloseQuote) && text.find(kOpenQuote, 1) == text.npos;
    return quoted ? text.substr(3, text.size() - 6) : text;
}

/// Pieces between semicolons; "'Zaliv;' JSC Zaliv" closes its quote behind the semicolon.
std::vector<std::string> between_semicolons(std::string_view text) {
    std::vector<std::string> pieces;
    std::string piece;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ';') {
            piece += text[at];
            continue;
        }
        const auto behind = text.substr(at + 1);
        if (behind.starts_with("' ")) {
            piece += '\'';
            ++at;
        } else if (behind.starts_with(kCloseQuote)) {
            piece += kCloseQuote;
            at += kCloseQuote.size();
        }
        pieces.push_back(std::exchange(piece, {}));
    }
    pieces.push_back(std::move(piece));
    return pieces;
}

void add_name(std::string_view text, bool former, std::vector<OtherName>& names) {
    text = trimmed(text);
    text.remove_prefix(behind_announcement(text));
    auto name = without_quotes(clean_name(text));
    if (name.empty() || name == "and" || name == "or") return;
    names.push_back({std::move(name), former});
}

}  // namespace

std::optional<NameMarker> name_marker(std::string_view text, std::size_t from) {
    for (auto at = from; at < text.size(); ++at) {
        if (at > 0 && !is_one_of(text[at - 1], " ,;(")) continue;
        // "Foo DBA Technology" is a name.
        if (at > 0 && text[at - 1] != '(' && begins(text.substr(at), "dba ")) continue;
        if (auto marker = marker_at(text, at)) return marker;
    }
    return {};
}

std::vector<OtherName> names_of(std::string_view text, bool former) {
    std::vector<OtherName> names;
    for (const auto& piece : between_semicolons(text)) {
        std::string_view rest = piece;
        bool is_former = former;
        while (const auto marker = name_marker(rest)) {
            add_name(rest.substr(0, marker->begin), is_former, names);
            is_former = marker->former;
            rest = rest.substr(marker->end);
        }
        add_name(rest, is_former, names);
    }
    return names;
}

Unbracketed without_bracketed_names(std::string_view text) {
    Unbracketed out;
    std::size_t from = 0;
    for (auto open = text.find('('); open != std::string_view::npos; open = text.find('(', open)) {
        const auto marker = marker_behind(text, open);
        if (!marker) {
            ++open;
            continue;
        }
        const auto close = close_of(text, open);
        if (close == std::string_view::npos) break;
        const auto inside = text.substr(marker->end, close - std::min(close, marker->end));
        auto before = trimmed(text.substr(from, open - from));
        const auto behind = trimmed(text.substr(close + 1));
        if (behind.starts_with(",") && before.ends_with(",")) before.remove_suffix(1);
        out.rest += before;
        if (!out.rest.empty() && !behind.empty() && !is_one_of(behind.front(), ",.;:)"))
            out.rest += ' ';
        for (const auto& other : names_of(inside, marker->former)) {
            out.names.push_back(other);
            for (const auto one : listed(other.name)) {
                out.names.push_back({clean_name(one), other.former});
            }
        }
        from = open = close + 1;
    }
    out.rest += from == 0 ? text : trimmed(text.substr(from));
    return out;
}

std::size_t stray_close(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] != ')') continue;
        if (depth == 0) return at;
        --depth;
    }
    return std::string_view::npos;
}

namespace {

void add_all(Listing& listing, const std::vector<OtherName>& names) {
    for (const auto& other : names) {
        add_alias(listing, other.name, other.former ? AliasKind::Former : AliasKind::Plain);
    }
}

/// "Sabanican Company (a.k.a." with the address "Sabanican Pad Co.), Unit #23".
void close_name(Listing& listing) {
    const auto open = listing.name.find('(');
    if (open == std::string::npos || open == 0) return;
    if (close_of(listing.name, open) != std::string_view::npos) return;
    const auto marker = marker_behind(listing.name, open);
    if (!marker) return;
    add_all(listing, names_of(std::string_view(listing.name).substr(marker->end), marker->former));
    listing.name = clean_name(std::string_view(listing.name).substr(0, open));
    // What stands before the bracket's end are names, divided as addresses are.
    auto& addresses = listing.addresses;
    const auto last = std::find_if(addresses.begin(), addresses.end(), [](const auto& address) {
        return stray_close(address) != std::string::npos;
    });
    if (last == addresses.end()) return;
    const auto close = stray_close(*last);
    const bool names = std::none_of(addresses.begin(), last, [](const auto& one) {
        return is_address(one.substr(0, one.find(',')));
    });
    if (!names || is_address(std::string_view(*last).substr(0, close))) return;
    for (auto one = addresses.begin(); one != last; ++one) {
        add_all(listing, names_of(*one, marker->former));
    }
    add_all(listing, names_of(std::string_view(*last).substr(0, close), marker->former));
    const auto rest = last->find_first_not_of(" ,.;", close + 1);
    *last = rest == std::string::npos ? std::string() : last->substr(rest);
    addresses.erase(addresses.begin(), last);
    std::erase(addresses, "");
}

}  // namespace

void take_bracketed_names(Listing& listing) {
    close_name(listing);
    auto name = without_bracketed_names(listing.name);
    if (!name.names.empty() && !name.rest.empty()) {
        listing.name = clean_name(name.rest);
        add_all(listing, name.names);
    }
    for (auto& address : listing.addresses) {
        if (!address.starts_with("(")) continue;
        const auto without = without_bracketed_names(address);
        add_all(listing, without.names);
        address = std::string(trimmed(without.rest));
        while (address.starts_with(",") || address.starts_with(" ")) address.erase(0, 1);
    }
    std::erase(listing.addresses, "");
    const auto printed = listing.aliases;
    const auto weak = listing.weak_aliases;
    for (const auto& alias : printed) {
        const auto without = without_bracketed_names(alias);
        auto names = without.names;
        if (!names.empty() || name_marker(alias)) {
            for (auto& one : names_of(without.rest, false)) names.push_back(std::move(one));
        }
        add_all(listing, names);
        // Names out of a weak alias are no stronger than it.
        if (std::find(weak.begin(), weak.end(), alias) == weak.end()) continue;
        for (auto& one : names) add_alias(listing, std::move(one.name), AliasKind::Weak);
    }
}

}  // namespace cordon::lists
