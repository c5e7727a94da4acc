// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What every importer does with a row it has read: name it, complete it, bound it, or refuse it.
///
/// Invariants
///  1. Every listing gets an id no other of the file has, and has been through settle().
///  2. A row that is refused is reported with file, line and field; the rest goes on.
///  3. What was not understood (a country, a missing day) is counted and said once, in notes.
#include <string>
#include <string_view>
#include <unordered_map>

#include "lists/country_text.h"
#include "lists/identifier_label.h"
#include "lists/import.h"
#include "lists/limits.h"
#include "lists/name_key.h"

namespace cordon::lists {

/// What the publisher says of an alias.
enum class AliasKind : std::uint8_t { Plain, Weak, Former };

/// Of names, addresses or numbers of one party; the longest real entry has about 250. Beyond it a
/// row is refused: finding doubles among millions would never end.
constexpr std::size_t kTextsMax = 4096;

/// The note of a file that does not say its day; it goes when somebody else says it.
constexpr std::string_view kNoDay =
    "The file does not say of which day it is; give the day of the copy yourself (--copied-on).";

/// Adds an alias once; a name already known only learns that it is weak or former.
void add_alias(Listing& listing, std::string alias, AliasKind kind = AliasKind::Plain);
void add_once(std::vector<std::string>& texts, std::string text);
/// Adds a birth once; nothing where none could be read.
void add_birth(Listing& listing, const std::optional<Born>& born);

class Collector {
public:
    struct Source {
        std::string id;     ///< "un", "ofac-sls"
        std::string title;  ///< "UN Security Council Consolidated List"
    };
    Collector(Source source, std::string path, const ImportLimits& limits);

    /// The day of the copy, ISO; from then on every row carries it.
    void set_vintage(const std::string& iso);
    [[nodiscard]] const std::string& vintage() const { return imported_.file.vintage; }

    /// A country as printed goes to the listing as a code; one not understood is counted.
    void add_country(Listing& listing, const std::string& text);
    void add_country_at_end(Listing& listing, std::string_view address);
    /// An identifier whose country is still as printed. Labels that are none are passed over.
    void add_identifier(Listing& listing, ListedIdentifier identifier);

    /// Takes the row. Fails only when the file as a whole goes beyond a limit.
    Status add(Listing listing, std::string_view printed_id);
    void refuse(std::uint32_t line, const std::string& field, std::string message,
                std::string expected);
    void refuse(Error error);
    void note(std::string text) { imported_.notes.push_back(std::move(text)); }
    [[nodiscard]] std::size_t size() const { return imported_.file.listings.size(); }

    Imported finish();

private:
    std::string id_of(const Listing& listing, std::string_view printed);
    void note_missing_days();
    void note_missing_ends();

    Source source_;
    std::string path_;
    ImportLimits limits_;
    Imported imported_;
    CountryReader countries_;
    KeyMaker maker_;
    std::unordered_map<std::string, std::uint32_t> ids_;
    std::uint64_t kept_bytes_ = 0;
    std::uint64_t refused_ = 0;
};

}  // namespace cordon::lists
