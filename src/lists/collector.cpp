// SPDX-License-Identifier: Apache-2.0
#include "lists/collector.h"

#include <algorithm>

#include "lists/mapping.h"
#include "lists/settle.h"

namespace cordon::lists {

namespace {

/// More refused rows than these are counted only: a file of another kind would fill the memory.
constexpr std::uint64_t kRefusedMax = 1000;

std::uint64_t bytes_of(const std::vector<std::string>& texts) {
    std::uint64_t bytes = 0;
    for (const auto& text : texts) bytes += text.size() + sizeof(std::string);
    return bytes;
}

std::uint64_t bytes_of(const Listing& listing) {
    std::uint64_t bytes = sizeof(Listing) + listing.born.size() * sizeof(Born) +
                          listing.footnotes.size() * sizeof(Footnote);
    for (const auto* text :
         {&listing.id, &listing.name, &listing.citation, &listing.source, &listing.note,
          &listing.requirement_text, &listing.review_policy_text}) {
        bytes += text->size();
    }
    for (const auto* texts :
         {&listing.aliases, &listing.weak_aliases, &listing.former_names, &listing.countries,
          &listing.addresses, &listing.programmes, &listing.birthplaces}) {
        bytes += bytes_of(*texts);
    }
    for (const auto& one : listing.identifiers) {
        bytes += sizeof(one) + one.label.size() + one.value.size() + one.country.size();
    }
    return bytes;
}

}  // namespace

void add_once(std::vector<std::string>& texts, std::string text) {
    if (texts.size() > kTextsMax) return;
    if (text.empty() || std::find(texts.begin(), texts.end(), text) != texts.end()) return;
    texts.push_back(std::move(text));
}

void add_alias(Listing& listing, std::string alias, AliasKind kind) {
    if (alias.empty() || alias == listing.name) return;
    if (kind == AliasKind::Weak) add_once(listing.weak_aliases, alias);
    if (kind == AliasKind::Former) add_once(listing.former_names, alias);
    add_once(listing.aliases, std::move(alias));
}

void add_birth(Listing& listing, const std::optional<Born>& born) {
    auto& known = listing.born;
    if (!born || known.size() > kTextsMax) return;
    if (std::find(known.begin(), known.end(), *born) == known.end()) known.push_back(*born);
}

Collector::Collector(Source source, std::string path, const ImportLimits& limits)
    : source_(std::move(source)), path_(std::move(path)), limits_(limits) {
    imported_.file.source_id = source_.id;
    imported_.file.title = source_.title;
}

void Collector::set_vintage(const std::string& iso) {
    imported_.file.vintage = iso;
}

void Collector::add_country(Listing& listing, const std::string& text) {
    if (text.empty()) return;
    if (auto code = countries_.code(text)) add_once(listing.countries, std::move(*code));
}

void Collector::add_country_at_end(Listing& listing, std::string_view address) {
    if (auto code = countries_.at_end(address)) add_once(listing.countries, std::move(*code));
}

void Collector::add_identifier(Listing& listing, ListedIdentifier identifier) {
    if (identifier.value.empty() || !is_identifier_label(identifier.label)) return;
    if (!identifier.country.empty()) {
        identifier.country = countries_.code(identifier.country).value_or("");
    }
    auto& known = listing.identifiers;
    if (known.size() > kTextsMax) return;
    if (std::find(known.begin(), known.end(), identifier) == known.end()) {
        known.push_back(std::move(identifier));
    }
}

Status Collector::add(Listing listing, std::string_view printed_id) {
    if (listing.aliases.size() > kTextsMax || listing.addresses.size() > kTextsMax ||
        listing.identifiers.size() > kTextsMax || listing.born.size() > kTextsMax ||
        listing.birthplaces.size() > kTextsMax || listing.programmes.size() > kTextsMax) {
        refuse(0, std::string(printed_id),
               "The row of \"" + listing.name.substr(0, 80) + "\" holds more than " +
                   std::to_string(kTextsMax) + " names, addresses or numbers.",
               "a party");
        return std::monostate{};
    }
    listing.source = source_.title;
    if (!vintage().empty()) listing.source += ", copy of " + vintage();
    listing.id = id_of(listing, printed_id);
    settle(listing);
    kept_bytes_ += bytes_of(listing);
    if (size() >= limits_.listings_max || kept_bytes_ > limits_.kept_bytes_max) {
        return Error{"The list holds more than an import may: " + std::to_string(size()) +
                         " parties, " + std::to_string(kept_bytes_) + " bytes so far.",
                     "at most " + std::to_string(limits_.listings_max) + " parties and " +
                         std::to_string(limits_.kept_bytes_max) + " bytes",
                     "Split the file, or take a smaller collection of the same publisher.",
                     {path_, 0, 0, ""},
                     {}};
    }
    imported_.file.listings.push_back(std::move(listing));
    return std::monostate{};
}

void Collector::refuse(std::uint32_t line, const std::string& field, std::string message,
                       std::string expected) {
    refuse(Error{std::move(message),
                 std::move(expected),
                 "The row is left out; the others are read. Check it against the publisher's page.",
                 {path_, line, 0, field},
                 {}});
}

void Collector::refuse(Error error) {
    if (++refused_ <= kRefusedMax) imported_.refused.push_back(std::move(error));
}

Imported Collector::finish() {
    if (vintage().empty()) note(std::string(kNoDay));
    if (refused_ > kRefusedMax) {
        note(std::to_string(refused_ - kRefusedMax) + " more rows were left out than are shown.");
    }
    for (const auto& [text, count] : countries_.unknown()) {
        note("\"" + text + "\" is not a country (" + std::to_string(count) +
             " times); left empty there.");
    }
    note_missing_days();
    note_missing_ends();
    return std::move(imported_);
}

/// The publisher's number, or the list and the name; "#2" where that stands twice.
std::string Collector::id_of(const Listing& listing, std::string_view printed) {
    std::string id = source_.id + ":";
    if (!printed.empty()) {
        id += printed;
    } else {
        id += listing.list + ":";
        for (const char c : maker_.key(listing.name)) id += c == ' ' ? '-' : c;
    }
    const auto times = ++ids_[id];
    return times == 1 ? id : id + "#" + std::to_string(times);
}

void Collector::note_missing_days() {
    std::unordered_map<std::string, std::uint32_t> missing;
    for (const auto& listing : imported_.file.listings) {
        if (!listing.effective) ++missing[listing.list];
    }
    for (const auto& list : list_options()) {
        const auto found = missing.find(list);
        if (found == missing.end()) continue;
        const bool one = found->second == 1;
        note(std::to_string(found->second) + (one ? " row of " : " rows of ") + list +
             (one ? " carries" : " carry") + " no day of effect; before the day of the copy " +
             (one ? "it is bounded by its" : "they are bounded by their") + " citation only.");
    }
}

void Collector::note_missing_ends() {
    const auto& rows = imported_.file.listings;
    const auto is_order = [](const Listing& row) { return row.list == "denied_persons"; };
    const auto ends = [&](const Listing& row) { return is_order(row) && row.ended; };
    if (std::any_of(rows.begin(), rows.end(), is_order) &&
        std::none_of(rows.begin(), rows.end(), ends)) {
        note("No denial order here carries its end: one that has expired counts as live.");
    }
}

}  // namespace cordon::lists
