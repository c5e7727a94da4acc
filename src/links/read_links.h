// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Readers of parties and links from files people have: a table of their own (CSV), FollowTheMoney
/// entities, BODS statements; and writers of the latter two.
///
/// A row that cannot be read is reported with file, line and field and left out; the rest goes on.
/// Formats: docs/reference/link-formats.md.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "links/link_graph.h"
#include "links/read_gathered.h"

namespace cordon::links {

/// Gathers files into one set of records: a party told twice under one id is one party, whose
/// names, addresses and identifiers are joined.
class Reading {
public:
    explicit Reading(const ReadLimits& limits = {})
        : gathered_(std::make_unique<Gathered>(limits)) {}
    /// What this program brings: catalogue/links.
    void add_starter();
    /// links.csv: link_id, subject, subject_party_id, relation, object, object_party_id,
    /// share_percent_low, share_percent_high, from_date, to_date, known_since, confidence, source,
    /// note. to_date is the last day. A party without an id is known by its name: the one party of
    /// these tables that carries it, else a party of its own.
    void add_links_csv(std::string_view text, const std::string& file);
    /// parties.csv: party_id, name, aliases (| between), kind, country, headquarters, founded,
    /// addresses (| between), identifiers (scheme:value, | between), source.
    void add_parties_csv(std::string_view text, const std::string& file);
    /// entities.ftm.json, one entity a line: Company, Organization, LegalEntity, PublicBody,
    /// Person …; Ownership, Directorship, Succession, UnknownLink, Family and others as Linked.
    /// Entities without a date of their own became known on `known_since`.
    void add_ftm(std::string_view text, const std::string& file, std::optional<Date> known_since);
    /// BODS 0.2, 0.3 and 0.4 statements, as a JSON array or one a line.
    void add_bods(std::string_view text, const std::string& file);

    /// Whatever was wrong, in the order of the files.
    [[nodiscard]] const std::vector<Error>& errors() const { return gathered_->errors(); }
    /// What was left out on purpose, by reason: "Vessel: no party of trade" -> 12.
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& left_out() const {
        return gathered_->left_out();
    }
    /// Everything read; this is empty afterwards. Links whose ends were never told are reported.
    Records finish() { return gathered_->finish(); }

private:
    std::unique_ptr<Gathered> gathered_;
};

/// One entity a line, as `add_ftm` reads it back. Links FollowTheMoney has no schema for become
/// UnknownLink with the relation as its role.
std::string to_ftm(const LinkGraph& graph);
/// BODS 0.4: entity, person and relationship statements; only ownership and control.
std::string to_bods(const LinkGraph& graph);

/// The links this program brings: catalogue/links.
const LinkGraph& starter_links();

}  // namespace cordon::links
