// SPDX-License-Identifier: Apache-2.0
// The cell is prose with habits:
//
//   Nettrix Information Industry Co., Ltd., a.k.a., the following three aliases:
//   —Netrix;
//   —Ningchang Information Industry (Beijing) Co., Ltd.; and
//   —Nettrix Information Industry (Beijing) Co., Ltd.
//   2nd Floor, Block C, No. 27, …, Beijing, China; and 3rd Floor, …, China.
//
// So the cell is read line by line by a small machine. The head gives the name and says what the
// bullets are ("aliases", "subordinate institutions", "affiliated entities"); a bullet may open
// bullets of its own and says how many; a line without a bullet is an address, or a heading
// ("Subordinate institution", "Affiliated entities:", "Addresses for Foo:", "The following
// addresses apply to the entity and to the seven subordinate institutions:"). Where the source has
// lost its line breaks the bullets are found by their dashes, and the address behind the last
// alias by the end of that name. Tested by entity_cell_test.cpp on shapes of the official text.
#include "lists/entity_cell.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "lists/bracketed_names.h"
#include "lists/entity_words.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

/// What a head or a bullet says of the bullets behind it.
struct Opening {
    std::size_t name_end = 0;  ///< of the line
    std::size_t rest = 0;      ///< where the text behind the announcement begins
    bool former = false;
    std::optional<std::size_t> aliases;
    bool any_aliases = false;
    bool parties = false;  ///< subordinate institutions, affiliated entities
};

/// Behind "the following … aliases and … institutions:", or behind its first such word where no
/// colon follows the last one: the colon of "No: 234" ends nothing.
std::size_t end_of_announcement(std::string_view line, std::size_t at) {
    const auto colon = line.find(':', at);
    const auto lower = to_lower_ascii(line.substr(0, colon));
    std::size_t first = std::string_view::npos;
    std::size_t last = 0;
    for (const std::string_view word :
         {"aliases", "alias", "institutions", "institution", "entities", "subordinates"}) {
        for (auto found = lower.find(word, at); found != std::string::npos;
             found = lower.find(word, found + 1)) {
            first = std::min(first, found + word.size());
            last = std::max(last, found + word.size());
        }
    }
    if (last == 0) return line.size();
    if (first < line.size() && lower.substr(first).starts_with("es")) first += 2;  // "alias" + "es"
    if (colon != std::string_view::npos && trimmed(line.substr(last, colon - last)).empty()) {
        return colon + 1;
    }
    return first;
}

std::optional<Opening> opening_of(std::string_view line) {
    const auto at = find_lower(line, "the following ");
    if (at == std::string_view::npos) return {};
    const auto lower = to_lower_ascii(line);
    Opening opening;
    opening.any_aliases = lower.find("alias", at) != std::string::npos;
    opening.parties = lower.find("subordinate", at) != std::string::npos ||
                      lower.find("affiliated", at) != std::string::npos ||
                      lower.find("entities", at) != std::string::npos ||
                      lower.find("institutions", at) != std::string::npos;
    if (!opening.any_aliases && !opening.parties) return {};
    opening.rest = end_of_announcement(line, at);
    if (opening.any_aliases) {
        opening.aliases = count_of(first_word(line.substr(at + 14)));
    }
    auto name = trimmed(line.substr(0, at));
    bool more = true;
    while (more) {
        more = false;
        for (const std::string_view tail :
             {"a.k.a.", "a.k.a", "f.k.a.", "f.k.a", "and to include", "to include", "including",
              "and", ",", ";", "(", "n.k.a."}) {
            const auto size = tail.size();
            if (name.size() < size || !begins(name.substr(name.size() - size), tail)) continue;
            // "Highland" does not end in "and".
            const bool word = tail.front() >= 'a' && tail.front() <= 'z';
            if (word && name.size() > size && name[name.size() - size - 1] != ' ' &&
                name[name.size() - size - 1] != ',' && name[name.size() - size - 1] != '(') {
                continue;
            }
            if (tail.starts_with("f.k.a")) opening.former = true;
            name = trimmed(name.substr(0, name.size() - size));
            more = true;
        }
    }
    opening.name_end = name.size();
    return opening;
}

class Machine {
public:
    EntityCell run(const std::vector<std::string>& given) {
        const auto lines = with_bullets_apart(given);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto unbracketed = without_bracketed_names(lines[i]);
            const std::string_view line = unbracketed.rest;
            if (i == 0) {
                head(line);
            } else if (is_bullet(line)) {
                bullet(without_bullet(line), i + 1 == lines.size());
            } else {
                plain(line);
            }
            for (const auto& other : unbracketed.names) add_alias(other.name, other.former);
        }
        share_addresses();
        return std::move(cell_);
    }

private:
    /// The party that a new alias or address belongs to.
    EntityCell::Party& current() { return on_entry_ ? cell_.entry : cell_.inside.back(); }

    void begin_party(std::string_view text) {
        if (text.empty()) return;
        cell_.inside.emplace_back();
        on_entry_ = false;
        name_and_rest(text);
    }

    /// "Foo Co., Ltd., a.k.a., Bar, 5 Road, Beijing" into the current party.
    void name_and_rest(std::string_view text) {
        auto& party = current();
        auto marker = marker_of_name(text);
        if (!marker) {
            const auto end = end_of_name(text);
            party.name = clean_name(text.substr(0, end));
            return add_addresses(text.substr(end));
        }
        party.name = clean_name(text.substr(0, marker->begin));
        constexpr int kNamesInARow = 64;  // Each is looked for in all that is left.
        for (int count = 1; marker; ++count) {
            text = text.substr(marker->end);
            const bool former = marker->former;
            marker = count < kNamesInARow ? marker_of_name(text) : std::nullopt;
            const auto end = marker ? marker->begin : end_of_name(text);
            add_alias(clean_name(text.substr(0, end)), former);
            if (!marker) add_addresses(text.substr(end));
        }
    }

    /// The marker behind the name that the text begins with; none when an address stands between:
    /// "5 Long Road, formerly known as Short Street".
    static std::optional<NameMarker> marker_of_name(std::string_view text) {
        const auto marker = name_marker(text);
        if (!marker || marker->begin == 0) return {};
        auto between = text.substr(0, marker->begin);
        between.remove_prefix(std::min(end_of_name(text), between.size()));
        while (!between.empty()) {
            const auto comma = std::min(between.find_first_of(",;"), between.size());
            if (is_address(between.substr(0, comma))) return {};
            between.remove_prefix(std::min(comma + 1, between.size()));
        }
        return marker;
    }

    /// An alias may print another: "Thermal Processing Institute, a.k.a., Hot Working Institute".
    void add_aliases(std::string_view text, bool former) {
        for (const auto& other : names_of(text, former)) add_alias(other.name, other.former);
    }

    void add_alias(std::string name, bool former) {
        if (name.empty()) return;
        auto& party = current();
        (former ? party.former_names : party.aliases).push_back(std::move(name));
    }

    void add_addresses(std::string_view text) {
        while (!text.empty() && (text.front() == ',' || text.front() == ';' ||
                                 text.front() == ' ' || text.front() == '.')) {
            text.remove_prefix(1);
        }
        for (auto& address : addresses_of(text)) {
            (shared_ ? shared_addresses_ : current().addresses).push_back(std::move(address));
        }
    }

    /// What stands behind the announcement is an address of the party it was made for.
    void announce(const Opening& opening, std::string_view line) {
        const auto said = line.substr(0, std::min(opening.rest, line.size()));
        bracket_open_ =
            std::count(said.begin(), said.end(), '(') > std::count(said.begin(), said.end(), ')');
        add_addresses(line.substr(said.size()));
        former_ = opening.former;
        aliases_left_ = opening.aliases;
        mode_ = opening.any_aliases ? Mode::Aliases : Mode::Parties;
        parties_follow_ = opening.parties;
    }

    void head(std::string_view line) {
        const auto opening = opening_of(line);
        if (!opening) {
            name_and_rest(line);
            mode_ = Mode::Addresses;
            return;
        }
        // "The following Department of Atomic Energy entities:"
        if (opening->name_end == 0 && begins(line, "the following ")) {
            auto group = trimmed(line.substr(14, std::max<std::size_t>(opening->rest, 14) - 14));
            while (group.ends_with(":")) group.remove_suffix(1);
            if (group.ends_with(" entities")) group.remove_suffix(9);
            cell_.entry.name = tidy(group);
        } else {
            whole_name(line.substr(0, opening->name_end));
        }
        announce(*opening, line);
    }

    /// Before "a.k.a., the following" stands the name alone, commas and all, unless a segment of it
    /// is an address.
    void whole_name(std::string_view text) {
        for (auto at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
            const auto behind = text.substr(at + 1);
            if (is_address(behind.substr(0, behind.find(',')))) return name_and_rest(text);
        }
        current().name = clean_name(text);
    }

    void bullet(std::string_view text, bool last) {
        if (mode_ == Mode::Aliases && aliases_left_ && *aliases_left_ == 0) {
            mode_ = parties_follow_ || nested_ ? Mode::Parties : Mode::Aliases;
            nested_ = false;
        }
        const auto opening = opening_of(text);
        if (mode_ == Mode::Parties) {
            if (opening) {
                begin_party(text.substr(0, opening->name_end));
                announce(*opening, text);
                nested_ = true;
                parties_follow_ = true;
            } else {
                begin_party(text);
            }
            return;
        }
        if (opening) {
            add_alias(clean_name(text.substr(0, opening->name_end)), former_);
            const bool aliases_were_parties = parties_follow_;
            announce(*opening, text);
            parties_follow_ = parties_follow_ || aliases_were_parties;
            return;
        }
        const bool final = last || (aliases_left_ && *aliases_left_ == 1);
        if (aliases_left_ && *aliases_left_ > 0) --*aliases_left_;
        // "(a.k.a., the following …" of the head closes behind its last alias.
        const auto close = bracket_open_ ? stray_close(text) : std::string_view::npos;
        if (close != std::string_view::npos) {
            bracket_open_ = false;
            add_aliases(text.substr(0, close), former_);
            return add_addresses(text.substr(close + 1));
        }
        const auto end = final ? end_of_glued_alias(text) : text.size();
        add_aliases(text.substr(0, end), former_);
        add_addresses(text.substr(end));
    }

    /// Behind "Co., Ltd. Floor 10, Building 9" the source lost a line break. Only a full stop or a
    /// legal form with something like an address behind it ends the name.
    static std::size_t end_of_glued_alias(std::string_view text) {
        for (auto at = text.find(". "); at != std::string_view::npos;
             at = text.find(". ", at + 1)) {
            constexpr std::size_t kNear = 2000;  // An address shows its first comma by then.
            const auto behind = trimmed(text.substr(at + 1, kNear));
            const auto word = text.substr(0, at).substr(text.substr(0, at).find_last_of(" ,") + 1);
            const bool initials = word.find('.') != std::string_view::npos || word.size() < 2;
            const bool address =
                end_of_name(behind) < behind.size() && !is_form(first_word(behind));
            if (address && !initials && (is_form(word) || word.size() > 3)) return at + 1;
        }
        return text.size();
    }

    void plain(std::string_view line) {
        if (heading(line)) return;
        // After "Subordinate institution" alone the line is the party.
        if (party_next_) {
            party_next_ = false;
            begin_party(line);
            return;
        }
        // "X, a.k.a., the following one alias:" under "Affiliated entities:".
        const auto opening = opening_of(line);
        if (opening && mode_ == Mode::Parties) {
            begin_party(line.substr(0, opening->name_end));
            announce(*opening, line);
            nested_ = true;
            parties_follow_ = true;
            return;
        }
        if (opening && !begins(line, "the following addresses")) {
            add_addresses(line.substr(0, opening->name_end));
            announce(*opening, line);
            return;
        }
        add_addresses(line);
    }

    /// Lines that only say what the next ones are. True when the line was one.
    bool heading(std::string_view line) {
        const auto behind = [&](std::size_t at) {
            while (at < line.size() &&
                   (line[at] == ':' || line[at] == ' ' || line[at] == 's' || line[at] == '.')) {
                ++at;
            }
            return trimmed(line.substr(std::min(at, line.size())));
        };
        for (const std::string_view word :
             {"subordinate institution", "subordinate instituion", "subordinate institute"}) {
            if (!begins(line, word)) continue;
            const auto rest = behind(word.size());
            mode_ = Mode::Parties;
            party_next_ = rest.empty();
            if (const auto opening = opening_of(rest)) {
                begin_party(rest.substr(0, opening->name_end));
                announce(*opening, rest);
            } else if (!rest.empty()) {
                begin_party(rest);
            }
            return true;
        }
        if (begins(line, "affiliated entit")) {
            mode_ = Mode::Parties;
            on_entry_ = true;
            const auto colon = line.find(':');
            if (colon != std::string_view::npos) begin_party(trimmed(line.substr(colon + 1)));
            return true;
        }
        const bool for_all = begins(line, "the following addresses apply");
        if (for_all || begins(line, "addresses for ") || begins(line, "address for ") ||
            begins(line, "addresses:") || begins(line, "address:")) {
            const auto colon = line.find(':');
            shared_ = for_all;
            if (!for_all) on_entry_ = true;
            party_next_ = false;
            add_addresses(colon == std::string_view::npos ? std::string_view()
                                                          : line.substr(colon + 1));
            return true;
        }
        return false;
    }

    void share_addresses() {
        const auto give = [&](EntityCell::Party& party) {
            party.addresses.insert(party.addresses.end(), shared_addresses_.begin(),
                                   shared_addresses_.end());
        };
        give(cell_.entry);
        for (auto& party : cell_.inside) give(party);
        // Nothing is lost: a party without a name is called by its first alias; without one, what
        // stands of it belongs to the entry.
        for (auto party = cell_.inside.begin(); party != cell_.inside.end();) {
            if (party->name.empty() && !party->aliases.empty()) {
                party->name = std::move(party->aliases.front());
                party->aliases.erase(party->aliases.begin());
            }
            if (!party->name.empty()) {
                ++party;
                continue;
            }
            for (auto& name : party->former_names) {
                cell_.entry.former_names.push_back(std::move(name));
            }
            for (auto& address : party->addresses) {
                cell_.entry.addresses.push_back(std::move(address));
            }
            party = cell_.inside.erase(party);
        }
    }

    enum class Mode : std::uint8_t { Aliases, Parties, Addresses };
    EntityCell cell_;
    Mode mode_ = Mode::Addresses;
    std::optional<std::size_t> aliases_left_;
    std::vector<std::string> shared_addresses_;
    bool former_ = false;
    bool parties_follow_ = false;  ///< behind the aliases come parties
    bool nested_ = false;          ///< the aliases are those of a party inside
    bool party_next_ = false;
    bool on_entry_ = true;
    bool shared_ = false;
    bool bracket_open_ = false;  ///< "(a.k.a., the following two aliases:"
};

}  // namespace

EntityCell parse_entity_cell(const std::vector<std::string>& lines) {
    return Machine().run(lines);
}

}  // namespace cordon::lists
