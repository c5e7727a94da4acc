// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>

#include "base/text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/matching.h"
#include "cli/table.h"
#include "cli/today.h"
#include "lists/store.h"
#include "screening/corpus.h"
#include "sheets/sheet.h"

namespace cordon::cli {

namespace {

const std::vector<std::string> kColumns = {"party", "match", "score", "listed as", "list", "why"};

class Matching {
public:
    Matching(const MatchOptions& options, const lists::Snapshot& snapshot,
             screening::Matcher& matcher, const screening::Profile& profile,
             const screening::Reviews& reviews, std::optional<Date> day)
        : options_(options),
          matcher_(matcher),
          context_{snapshot, matcher, profile, reviews, day, day.value_or(today())},
          table_(kColumns, Table::Last::Prose) {
        sheet_.title = "matches";
    }
    void match(const GivenParty& party);
    /// Names from standard input, each answered before the next is read.
    void filter(Mistakes& mistakes);
    Status finish(const GivenParties& given);
    [[nodiscard]] bool any() const { return any_; }

private:
    [[nodiscard]] bool wanted(const screening::Match& match) const;

    const MatchOptions& options_;
    screening::Matcher& matcher_;
    MatchContext context_;
    Table table_;
    sheets::OutSheet sheet_;
    bool any_ = false;
    bool unmet_ = false;  ///< somebody met nobody
};

bool Matching::wanted(const screening::Match& match) const {
    const auto listing = context_.snapshot.listing(match.listing);
    const auto& lists = options_.lists;
    if (!lists.empty() && std::find(lists.begin(), lists.end(), listing.list) == lists.end()) {
        return false;
    }
    return !context_.day || listing.holds_on(*context_.day) != Truth::No;
}

void Matching::match(const GivenParty& party) {
    auto query = party.query;
    // Decisions of reviewers are used as of this day.
    query.decisions = {context_.asked, context_.asked};
    auto matches = matcher_.match(query);
    std::erase_if(matches, [&](const auto& match) { return !wanted(match); });
    any_ = any_ || !matches.empty();
    unmet_ = unmet_ || matches.empty();
    const Found found{party, matches};
    if (!options_.out.empty()) {
        for (auto& row : match_rows(context_, found)) {
            auto cells = party.row;
            cells.insert(cells.end(), row.begin() + 1, row.end());
            sheet_.rows.push_back(std::move(cells));
        }
        return;
    }
    if (options_.json) {
        std::printf("%s\n", match_line(context_, found, options_.explain).c_str());
    } else if (options_.explain) {
        std::fputs(match_page(context_, found).c_str(), stdout);
    } else {
        for (auto& row : match_rows(context_, found)) table_.add(std::move(row));
    }
}

void Matching::filter(Mistakes& mistakes) {
    std::string line;
    for (std::uint32_t number = 1; std::getline(std::cin, line); ++number) {
        if (!is_valid_utf8(line)) {
            mistakes.add(Error{"the line is not UTF-8",
                               "a name in UTF-8",
                               "convert the names, for example with iconv",
                               {"standard input", number, 0, ""},
                               {}});
            // Order is kept: what cannot be read is answered too.
            std::printf("{\"line\":%u,\"refused\":\"not UTF-8\"}\n", number);
            continue;
        }
        auto party = given_party(options_, std::string(trimmed(line)));
        if (!party) return mistakes.add(party.error());
        match(*party);
        std::fflush(stdout);
    }
}

Status Matching::finish(const GivenParties& given) {
    if (options_.out.empty()) {
        if (!table_.empty()) std::fputs(table_.to_text(terminal_width()).c_str(), stdout);
        if (unmet_ && !options_.json && !options_.explain) {
            std::puts(
                "That no listed name is like a party's is no clearance: owners, addresses and "
                "lists that were\nnot imported are separate questions.");
        }
        return std::monostate{};
    }
    sheet_.header = given.header.empty() ? std::vector<std::string>{"party"} : given.header;
    const std::size_t given_columns = sheet_.header.size();
    for (auto& row : sheet_.rows) {
        const auto added = static_cast<std::ptrdiff_t>(kColumns.size() - 1);
        row.insert(row.end() - added, given_columns + kColumns.size() - 1 - row.size(), "");
    }
    sheet_.header.insert(sheet_.header.end(), kColumns.begin() + 1, kColumns.end());
    sheet_.numbers = {given_columns + 1};
    return sheets::write_xlsx(options_.out, {sheet_});
}

Status check(const MatchOptions& options) {
    const auto refuse = [](std::string message, std::string expected, std::string option) {
        return Error{
            std::move(message), std::move(expected), "", {"", 0, 0, std::move(option)}, {}};
    };
    if (options.names.empty() && options.file.empty()) {
        return refuse("nobody is asked about", "names, - for standard input, or --file", "name");
    }
    if (!options.names.empty() && !options.file.empty()) {
        return refuse("names and --file are two ways to say who is asked about", "one of them",
                      "--file");
    }
    const auto for_names = [&](const char* option, const char* column) {
        return refuse(std::string(option) + " speaks of names on the command line, not of a table",
                      std::string("a column of the table, named by ") + column, option);
    };
    if (!options.file.empty() && !options.countries.empty()) {
        return for_names("--country", "--country-column");
    }
    if (!options.file.empty() && !options.identifiers.empty()) {
        return for_names("--identifier", "--identifier-column");
    }
    if (!options.file.empty() && !options.addresses.empty()) {
        return for_names("--address", "--address-column");
    }
    if (!options.out.empty() && options.file.empty()) {
        return refuse("--out needs a table to give back", "--file", "--out");
    }
    if (options.json && options.table) {
        return refuse("--json and --table are two forms of one answer", "one of them", "--table");
    }
    return std::monostate{};
}

}  // namespace

int match_all(const Common& common, const MatchOptions& options) {
    if (auto status = check(options); !status) return complain(status.error(), kUsage);
    auto day = day_option(options.as_of, "--as-of");
    if (!day) return complain(day.error(), kUsage);
    auto profile = screening::profile(options.profile);
    if (!profile) return complain(profile.error().at({"", 0, 0, "--profile"}), kUsage);
    const lists::Store store(common.home);
    auto snapshot = store.current();
    if (!snapshot) return complain(snapshot.error(), kBadInput);
    if (auto status = known_lists(options.lists, {&*snapshot}); !status) {
        return complain(status.error(), kUsage);
    }
    auto corpus = screening::Corpus::open(*snapshot, profile->weights, common.home);
    if (!corpus) return complain(corpus.error(), kBadInput);
    auto reviews = screening::Reviews::read(reviews_file(common, options.reviews));
    if (!reviews) return complain(reviews.error(), kBadInput);
    screening::Matcher matcher(*snapshot, *corpus, *profile, &*reviews);
    Matching matching(options, *snapshot, matcher, *profile, *reviews, *day);
    Mistakes mistakes;
    if (options.names == std::vector<std::string>{"-"}) {
        matching.filter(mistakes);
    } else {
        auto given = given_parties(common, options, mistakes);
        if (!given) return complain(given.error(), options.file.empty() ? kUsage : kBadInput);
        {
            Progress progress("matching", given->parties.size());
            for (std::size_t i = 0; i < given->parties.size(); ++i) {
                matching.match(given->parties[i]);
                progress.step(i + 1);
            }
        }
        if (auto status = matching.finish(*given); !status) {
            return complain(status.error(), kCannotWrite);
        }
    }
    mistakes.finish();
    if (mistakes.count() > 0) return kBadInput;
    return matching.any() ? kReview : kClear;
}

void add_match(CLI::App& app, const Common& common, Run& run) {
    auto* command = app.add_subcommand("match", "Is this party on a list? Names in any script");
    auto options = std::make_shared<MatchOptions>();
    const auto text = [&](const char* name, std::string& into, const char* what, const char* type) {
        command->add_option(name, into, what)->type_name(type);
    };
    command->add_option("name", options->names, "Names; - reads one a line and answers in order")
        ->type_name("");
    command->add_option("--country", options->countries, "Country of the party")->type_name("CC");
    command
        ->add_option("--identifier", options->identifiers,
                     "\"USCC 9144…\", \"LEI 5493…\", or the value alone")
        ->type_name("ID");
    command->add_option("--address", options->addresses, "Address of the party")->type_name("TEXT");
    command->add_option("--list", options->lists, "Only this list (entity_list, sdn …)")
        ->type_name("LIST");
    text("--kind", options->kind, "organisation or person, where it is known", "KIND");
    text("--as-of", options->as_of, "Only listings in effect on this day", "DAY");
    command->add_option("--profile", options->profile, "strict, balanced or wide")
        ->capture_default_str()
        ->type_name("NAME");
    text("--reviews", options->reviews, "Reviewers' decisions (default: in the home)", "FILE");
    text("--file", options->file, "Parties in a CSV or XLSX table", "FILE");
    text("--sheet", options->sheet, "Sheet of a workbook (default: the first)", "NAME");
    text("--name-column", options->name_column, "Column of names (default: name)", "NAME");
    text("--country-column", options->country_column, "Column of countries", "NAME");
    text("--identifier-column", options->identifier_column, "Column of identifiers", "NAME");
    text("--address-column", options->address_column, "Column of addresses", "NAME");
    text("--out", options->out, "Write the table with its matches to this workbook", "FILE");
    command->add_flag("--explain", options->explain, "Show how each name was aligned");
    command->add_flag("--json", options->json, "One JSON document a party");
    command->add_flag("--table", options->table, "One line a match (default)");
    command->callback([&common, options, &run] {
        run = [&common, options] {
            if (options->names == std::vector<std::string>{"-"} && !options->table) {
                options->json = true;  // A filter speaks to programs.
            }
            return match_all(common, *options);
        };
    });
}

}  // namespace cordon::cli
