// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A mapping file: where the rows of somebody's table are and which of its fields say what.
/// Format: docs/reference/list-mapping.md; examples in mappings/.
///
/// Fails when: a key or field is unknown, a list or policy word is not an option, nothing says
/// which list a row is on or what its name is. Every error has file, line and field.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "lists/printed_date.h"

namespace cordon::lists {

/// "addresses.country": names of members, from the outside in.
using FieldPath = std::vector<std::string>;

/// What a mapping can fill in; the names are those of struct Listing.
enum class Field : std::uint8_t {
    Id,
    List,
    Name,
    Aliases,
    Countries,
    Addresses,
    Kind,
    Published,
    Effective,
    Ended,
    Footnotes,
    Requirement,
    RequirementText,
    ReviewPolicy,
    ReviewPolicyText,
    Programmes,
    Citation,
    Note,
    WeakAliases,
    FormerNames,
    Identifiers,
    Born,
    Birthplaces,
};
constexpr std::size_t kFieldCount = 23;

/// How one field of a listing comes out of a row.
struct FieldRule {
    std::vector<FieldPath> from;     ///< every text found there, in this order
    std::vector<std::string> join;   ///< members of an object that make one text
    FieldPath table;                 ///< the text is an index into this table of the document
    std::vector<std::string> split;  ///< one text holds several, separated by any of these
    std::vector<std::string> after;  ///< only what stands behind one of these words
    std::vector<std::string> until;  ///< and before the first of these
    std::vector<std::pair<std::string, std::string>> values;  ///< text to what it stands for
    std::optional<std::string> otherwise;                     ///< for a text not in `values`
    std::optional<std::string> always;                        ///< this, whatever the row says
    std::vector<std::string> lists;                           ///< only for rows of these lists
    std::vector<DateForm> dates;
    std::string label, value, country;  ///< members of an object that is an identifier
    std::string named;                  ///< what to call an identifier printed without a label
    std::string unless;                 ///< not when the row's text contains this
    bool every = false;           ///< of the list: a listing on each list found, not on the first
    bool country_at_end = false;  ///< the text is an address that ends in its country
    bool last_day = false;        ///< the date is the last day, not the first day after
};

struct SkipRule {
    FieldPath field;
    std::optional<std::string> equals;  ///< without it: when the field is there at all
};

struct Recognition {
    std::vector<FieldPath> has;                             ///< in the document
    std::vector<std::pair<FieldPath, std::string>> equals;  ///< in the document
    std::vector<FieldPath> row_has;                         ///< in the first row
    std::vector<std::string> columns;                       ///< of a CSV
};

struct Mapping {
    std::string id, title, source_id;
    bool csv = false;
    FieldPath rows;  ///< the list of rows; empty: the document itself
    FieldRule vintage;
    Recognition recognition;
    std::vector<SkipRule> skips;
    std::array<std::optional<FieldRule>, kFieldCount> fields;

    [[nodiscard]] const std::optional<FieldRule>& field(Field which) const {
        return fields[static_cast<std::size_t>(which)];
    }
};

Result<Mapping> read_mapping(std::string_view toml, const std::string& path);
/// Options of listing.list (rules/facts/listing.toml).
const std::vector<std::string>& list_options();

}  // namespace cordon::lists
