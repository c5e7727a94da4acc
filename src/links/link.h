// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What ties two parties together, as somebody said it: dated, sourced and graded.
///
/// Two clocks: `from` and `until` say when it was true, `known_since` when it became known. A link
/// is never more than its source: a company named as a subsidiary without a share "controls" with
/// no share, and proves no half.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/interval.h"
#include "base/result.h"
#include "base/truth.h"
#include "links/stake_graph.h"

namespace cordon::links {

/// Read as "subject RELATION object".
enum class Relation : std::uint8_t {
    Owns,       ///< holds a share of; how much may not be known
    Controls,   ///< named as parent, or as the one who decides; no share follows from it
    OfficerOf,  ///< manager, director, secretary
    FounderOf,
    LegalRepresentativeOf,
    RenamedTo,    ///< one party, two names, the object is the later one
    SuccessorOf,  ///< took over business of the object
    SameAs,       ///< two records are one party
    HoldsFor,     ///< a nominee: what the subject holds is the object's
    SharesAddress,
    SharesPhone,
    SharesDomain,
    Supplies,
    CustomerOf,
    PartnerOf,
    LeasesTo,
    AwardedBy,  ///< won a tender of
    Linked,     ///< some link, no more was said
};
std::string_view to_text(Relation relation);  ///< "owns", "officer_of", …
std::optional<Relation> relation_from(std::string_view text);

/// How good a source is: A official text, filing or judgment; B charge or complaint; C named outlet
/// or report; D a single or weak source; X excluded. D may raise a question and settles none.
enum class Grade : std::uint8_t { A, B, C, D, X };
std::string_view to_text(Grade grade);
std::optional<Grade> grade_from(std::string_view text);

struct PartyRecord {
    std::string id;    ///< unique in its graph
    std::string name;  ///< never empty
    std::vector<std::string> aliases;
    std::string kind;          ///< company, person, government … or ""
    std::string country;       ///< ISO code: where it is; or ""
    std::string headquarters;  ///< ISO code: where it has its headquarters; or ""
    std::optional<Date> founded;
    std::vector<std::string> addresses;
    std::vector<std::string> identifiers;  ///< "scheme:value"
    std::string source;
};

using LinkIndex = std::uint32_t;

struct Link {
    std::string id;
    PartyIndex subject = 0, object = 0;
    Relation relation = Relation::Linked;
    std::optional<Interval> share;    ///< of Owns: part of the whole, 0 to 1; nothing: not stated
    std::optional<Date> from, until;  ///< until is the first day it is no longer true
    std::optional<Date> known_since;
    Grade grade = Grade::D;
    std::string source, note;
};

/// What is asked: the day it is about, and the day up to which sources count (nothing: all).
struct AsOf {
    Date day = kFirstDate;
    std::optional<Date> known;
};

/// Was the link true on the day, by what was known? No: ended, not begun, not known yet, or of
/// grade X. Unknown: nobody says since when and the day is before the source; or the grade is D.
Truth holds(const Link& link, const AsOf& as_of);

}  // namespace cordon::links
