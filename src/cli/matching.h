// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Names in, matches out: one party at a time, in the order given.
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/mistakes.h"
#include "lists/snapshot.h"
#include "screening/matcher.h"

namespace cordon::cli {

struct MatchOptions {
    std::vector<std::string> names;  ///< "-": names from standard input, one a line
    std::vector<std::string> countries, identifiers, addresses;  ///< for names on the command line
    std::vector<std::string> lists;                              ///< only these
    std::string kind, as_of, profile = "balanced", reviews;
    std::string file, sheet, name_column, country_column, identifier_column, address_column, out;
    bool explain = false, json = false, table = false;
};

/// A party, and the row of the table it came from.
struct GivenParty {
    screening::PartyQuery query;
    std::vector<std::string> row;
};
struct GivenParties {
    std::vector<std::string> header;  ///< of the table; empty for names
    std::vector<GivenParty> parties;
};

/// Parties of the command line or of a table. A missing column is refused, naming those there are;
/// a bad row is a mistake and the rest goes on.
Result<GivenParties> given_parties(const Common& common, const MatchOptions& options,
                                   Mistakes& mistakes);
Result<GivenParty> given_party(const MatchOptions& options, const std::string& name);
/// The file of reviewers' decisions: the one named, or that of the home.
std::string reviews_file(const Common& common, const std::string& named);
/// A mistake in what an option was given.
Error wrong_option(std::string message, std::string expected, std::string remedy,
                   std::string option);
/// Refuses a list that none of the snapshots has, naming those there are.
Status known_lists(const std::vector<std::string>& lists,
                   std::initializer_list<const lists::Snapshot*> snapshots);

/// A party with what was found, for printing.
struct Found {
    const GivenParty& party;
    const std::vector<screening::Match>& matches;
};
struct MatchContext {
    const lists::Snapshot& snapshot;
    const screening::Matcher& matcher;
    const screening::Profile& profile;
    const screening::Reviews& reviews;
    std::optional<Date> day;  ///< only listings in effect on it, where it is given
    Date asked;               ///< the day asked about
};
/// One line of JSON. It carries what a decision about one of the matches is recorded with.
std::string match_line(const MatchContext& context, const Found& found, bool explain);
/// One page: the party, then each match with its tokens side by side, supports and question.
std::string match_page(const MatchContext& context, const Found& found);
/// Cells of a row of the table: party, strength, score, listed name, list, why.
std::vector<std::vector<std::string>> match_rows(const MatchContext& context, const Found& found);

/// The whole command.
int match_all(const Common& common, const MatchOptions& options);

}  // namespace cordon::cli
