// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/id.h"
#include "base/text.h"
#include "law/load_parts.h"

namespace cordon::law {
namespace {

const std::vector<std::string> kKinds = {"definition",  "classification", "requirement",
                                         "prohibition", "exception",      "review_policy",
                                         "overlay",     "flag",           "duty"};
const std::vector<std::string> kPers = {"transaction", "item",    "device",
                                        "party",       "listing", "country"};
const std::vector<std::string> kGates = {"item",      "destination", "headquarters", "lists",
                                         "ownership", "end_use",     "activity"};
const std::vector<std::string> kPolicies = {"presumption_of_approval", "case_by_case",
                                            "policy_of_denial", "presumption_of_denial",
                                            "per_entry"};
const std::vector<std::string> kJurisdictions = {"us", "my", "tw", "jp", "eu",    "uk",
                                                 "nl", "sg", "kr", "cn", "policy"};

/// Words of the rule language: a definition of that name could not be called.
const std::vector<std::string> kReserved = {
    "and", "or",  "not",         "in",   "any",    "all",   "no",      "yes",     "count", "where",
    "max", "min", "transaction", "item", "device", "party", "listing", "country", "date"};

/// Which keys belong to which kinds; every other key of [provision] is for all of them.
struct KindKey {
    std::string_view key;
    std::array<std::optional<Kind>, 3> kinds;
};
constexpr std::array<KindKey, 11> kKindKeys = {{
    {"exclusive", {Kind::Classification, Kind::Definition}},
    {"eccn", {Kind::Classification}},
    {"gate", {Kind::Requirement, Kind::Prohibition, Kind::Overlay}},
    {"reason", {Kind::Requirement}},
    {"recipient_only", {Kind::Requirement}},
    {"cures", {Kind::Exception}},
    {"symbol", {Kind::Exception}},
    {"of", {Kind::ReviewPolicy}},
    {"policy", {Kind::ReviewPolicy}},
    {"effect", {Kind::Overlay}},
    {"question", {Kind::Flag}},
}};

bool belongs(const KindKey& entry, Kind kind) {
    return std::find(entry.kinds.begin(), entry.kinds.end(), kind) != entry.kinds.end();
}

/// Reports the keys of other kinds.
void refuse_foreign_keys(TableReader& reader, Kind kind) {
    for (const KindKey& entry : kKindKeys) {
        if (belongs(entry, kind)) continue;
        if (!reader.has(entry.key)) continue;
        std::vector<std::string> kinds;
        for (const auto& other : entry.kinds) {
            if (other) kinds.emplace_back(to_text(*other));
        }
        reader.ignore(entry.key);
        reader.error(entry.key,
                     fmt::format("`{}` does not belong to the kind {}", entry.key, to_text(kind)),
                     fmt::format("Remove it; it is for {}", list_of(kinds)));
    }
}

std::vector<std::string> read_ids(TableReader& reader, std::string_view key, LoadedProvision& out) {
    std::vector<std::string> ids;
    auto named = reader.texts(key);
    if (!reader.has(key)) {
        reader.missing(key, "[\"id of a requirement\"]");
    } else if (named.empty()) {
        reader.error(key, fmt::format("`{}` names no requirement", key),
                     "Name the id of at least one requirement");
    }
    for (auto& [id, position] : named) {
        ids.push_back(id);
        if (id == "*") continue;  // every requirement of the same jurisdiction
        out.references.emplace_back(std::move(id), std::move(position));
    }
    return ids;
}

void read_gate(TableReader& reader, Provision& provision, bool required) {
    const auto gate = required ? reader.required_word("gate", kGates) : reader.word("gate", kGates);
    if (gate) provision.gate = static_cast<Gate>(*gate + 1);  // Gate::None has no word
}

/// The keys that only this kind has.
void read_kind_keys(TableReader& reader, LoadedProvision& out) {
    Provision& provision = out.provision;
    switch (provision.kind) {
        case Kind::Duty:
            break;
        case Kind::Definition:
            provision.exclusive = reader.text("exclusive");
            break;
        case Kind::Classification:
            provision.exclusive = reader.text("exclusive");
            provision.eccn = reader.text("eccn");
            break;
        case Kind::Requirement:
            read_gate(reader, provision, true);
            provision.reason = reader.text("reason");
            provision.recipient_only = reader.flag("recipient_only", false);
            break;
        case Kind::Prohibition:
            read_gate(reader, provision, true);
            break;
        case Kind::Exception:
            provision.cures = read_ids(reader, "cures", out);
            provision.symbol = reader.text("symbol");
            break;
        case Kind::ReviewPolicy:
            provision.of = read_ids(reader, "of", out);
            if (const auto policy = reader.required_word("policy", kPolicies)) {
                provision.policy = static_cast<Policy>(*policy + 1);  // Policy::None has no word
            }
            break;
        case Kind::Overlay:
            read_gate(reader, provision, false);
            if (const auto effect = reader.required_word("effect", {"hold", "note"})) {
                provision.effect = *effect == 0 ? Effect::Hold : Effect::Note;
            }
            break;
        case Kind::Flag:
            provision.question = reader.required_text("question", "what to ask the customer");
            break;
    }
}

void read_name(TableReader& reader, LoadedProvision& out, std::optional<Kind> kind) {
    Provision& provision = out.provision;
    const bool needed = kind == Kind::Definition || kind == Kind::Classification;
    provision.name =
        needed ? reader.required_text("name", "advanced_computing_a") : reader.text("name");
    out.name_position = reader.position("name");
    check_callable_name(reader, "name", provision.name);
}

void read_id(TableReader& reader, LoadedProvision& out) {
    out.provision.id = reader.required_text("id", "us.ear.3A090.a");
    out.id_position = reader.position("id");
    if (out.provision.id.empty() || is_id_text(out.provision.id)) return;
    reader.error("id", fmt::format("\"{}\" cannot be an id", out.provision.id),
                 "An id is made of letters, digits and . - _");
    out.provision.id.clear();
}

/// The [provision] table. Nothing without a kind: the other keys mean nothing then.
std::optional<Kind> read_header(TableReader& reader, LoadedProvision& out) {
    Provision& provision = out.provision;
    provision.position = reader.position();
    read_id(reader, out);
    const auto word = reader.required_word("kind", kKinds);
    std::optional<Kind> kind;
    if (word) kind = static_cast<Kind>(*word);
    read_name(reader, out, kind);
    provision.title = reader.required_text("title", "Advanced computing ICs, paragraph a");
    provision.cite = reader.required_text("cite", "15 CFR 742.6(a)(6)(iii)");
    provision.public_text = reader.flag("public_text", true);
    const auto per = reader.word("per", kPers);
    provision.per = static_cast<Per>(per.value_or(0));
    if (const auto where = reader.word("jurisdiction", kJurisdictions)) {
        provision.jurisdiction = kJurisdictions[*where];
    }
    if (!kind) {
        for (const KindKey& entry : kKindKeys) reader.ignore(entry.key);
        reader.finish();
        return kind;
    }
    provision.kind = *kind;
    if (provision.per == Per::Country && *kind != Kind::Definition) {
        reader.error("per", fmt::format("the kind {} cannot be asked of a country", to_text(*kind)),
                     "Only a definition has per = \"country\"; name a subject of the transaction");
    }
    refuse_foreign_keys(reader, *kind);
    read_kind_keys(reader, out);
    reader.finish();
    return kind;
}

}  // namespace

bool is_callable_name(std::string_view name) {
    if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
    for (const char c : name) {
        const bool small = c >= 'a' && c <= 'z';
        const bool large = c >= 'A' && c <= 'Z';
        if (!small && !large && !(c >= '0' && c <= '9') && c != '_') return false;
    }
    return std::find(kReserved.begin(), kReserved.end(), name) == kReserved.end();
}

void check_callable_name(TableReader& reader, std::string_view key, std::string_view name) {
    if (name.empty() || is_callable_name(name)) return;
    reader.error(key, fmt::format("\"{}\" cannot be called in a rule", name),
                 "A name begins with a small letter, has letters, digits and _, and is not a word "
                 "of the rule language");
}

std::optional<LoadedProvision> load_provision(const TomlNode& root, Diagnostics& out) {
    TableReader reader(root, "", out);
    const TomlNode* header = reader.node("provision", TomlNode::Kind::Table);
    if (!reader.has("provision")) {
        reader.error("provision", "there is no [provision]",
                     "Begin the file with [provision], id, title, kind and cite");
    }
    LoadedProvision loaded;
    std::optional<Kind> kind;
    if (header != nullptr) {
        TableReader provision(*header, "provision", out);
        kind = read_header(provision, loaded);
    }
    DatedParts parts = load_dated_parts(reader, kind, out);
    reader.finish();
    if (!kind || loaded.provision.id.empty()) return std::nullopt;
    loaded.provision.versions = std::move(parts.versions);
    loaded.provision.statuses = std::move(parts.statuses);
    loaded.provision.gaps = std::move(parts.gaps);
    loaded.provision.tests = std::move(parts.tests);
    return loaded;
}

}  // namespace cordon::law
