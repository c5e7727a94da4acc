// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Published lists: one party's dated entry on one list.
///
/// Invariants
///  1. A listing holds on a day when effective <= day and (no end or day < ended).
///  2. `effective` is the day the rule states; where only the publication is known it is that day
///     and `effective_is_publication` is true.
///  3. A footnote holds only from its own day, which can be years younger than the listing.
///  4. Every weak alias and every former name stands among the aliases too: look-ups see one list.
///  5. Nationality and citizenship are never taken from a list: they are no feature of a match.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/truth.h"

namespace cordon::lists {

struct Footnote {
    std::string number;        ///< "1" … "5"
    std::optional<Date> from;  ///< as far as known; else with the listing
};

/// A number or code of the party, as the publisher prints it: "Unified Social Credit Code (USCC)".
struct ListedIdentifier {
    std::string label;    ///< what the publisher calls it; may be ""
    std::string value;    ///< as printed
    std::string country;  ///< ISO code or ""
    friend bool operator==(const ListedIdentifier&, const ListedIdentifier&) = default;
};

/// The days on one of which a person was born or a company founded: one day, or all of a month, a
/// year or several years where the publisher knows no more.
struct Born {
    Date first = kFirstDate, last = kFirstDate;
    bool about = false;  ///< "circa": a neighbouring year is possible too
    friend bool operator==(const Born&, const Born&) = default;
};

struct Listing {
    std::string id;                      ///< stable within its source: "el-nettrix", "csl:EL:…"
    std::string list;                    ///< option of listing.list: "entity_list", "sdn" …
    std::string name;                    ///< as printed, typos kept
    std::vector<std::string> aliases;    ///< any script
    std::vector<std::string> countries;  ///< ISO codes
    std::vector<std::string> addresses;
    std::string kind;  ///< company, person, vessel, aircraft, address, institute … or ""
    std::optional<Date> published, effective, ended;
    bool effective_is_publication = false;
    std::vector<Footnote> footnotes;
    std::string requirement;  ///< option of listing.requirement or ""
    std::string requirement_text;
    std::string review_policy;  ///< option of listing.review_policy or ""
    std::string review_policy_text;
    std::vector<std::string> programmes;  ///< as printed
    std::string citation;                 ///< "90 FR 14046"
    std::string source;                   ///< where this row was read
    std::string note;
    std::vector<std::string> weak_aliases;  ///< aliases the publisher itself calls weak
    std::vector<std::string> former_names;  ///< aliases that are names of the past
    std::vector<ListedIdentifier> identifiers;
    std::vector<Born> born;                ///< support for persons, never a reason alone
    std::vector<std::string> birthplaces;  ///< likewise
    std::optional<Date> seen;  ///< day of the copy that carried the row; a Snapshot fills it in

    /// Does the listing hold on this day? Unknown in the days before a publication whose rule may
    /// be older, and where no date is known and the citation does not settle the year.
    [[nodiscard]] Truth holds_on(Date day) const;
    /// Numbers of the footnotes that have begun by this day.
    [[nodiscard]] std::vector<std::string> footnotes_on(Date day) const;
};

/// "Entity List" for "entity_list"; "" for a list without a title of its own.
std::string_view list_title(std::string_view list);

/// What one source told, ready to be compiled.
struct ListFile {
    std::string source_id;  ///< "starter", "csl", "nsfreg-entity-list"
    std::string title;
    std::string vintage;  ///< ISO date of the copy
    std::vector<Listing> listings;
};

/// Footnotes and requirement class from the text of an Entity List licence requirement:
/// "… of the EAR) 4", "734.9(e)(2)", "734.9(e)1 … EAR2", "734.9(g),3".
struct RequirementText {
    std::string requirement;
    std::vector<std::string> footnotes;
};
RequirementText parse_requirement(std::string_view text);
/// "Presumption of denial", "Policy of denial …", "Case-by-case …" to the option, or "other".
std::string parse_review_policy(std::string_view text);

}  // namespace cordon::lists
