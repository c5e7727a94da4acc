// SPDX-License-Identifier: Apache-2.0
#include "lists/ofac_names.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "lists/born.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

/// Labels of identity documents as remarks print them, longer ones before those they begin with.
constexpr std::array<std::string_view, 62> kLabels = {
    "Unified Social Credit Code (USCC)",
    "United Social Credit Code Certificate (USCCC)",
    "Vessel Registration Identification",
    "Aircraft Manufacturer's Serial Number (MSN)",
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "Aircraft Mode S Transponder Code",
    "Aircraft Tail Number",
    "Business Registration Document #",
    "Business Registration Number",
    "British National Overseas Passport",
    "Central Registration System Number",
    "Certificate of Incorporation Number",
    "Chamber of Commerce Number",
    "Chinese Commercial Code",
    "Commercial Registry Number",
    "Company Number",
    "Diplomatic Passport",
    "Driver's License No.",
    "Economic Register Number (CBLS)",
    "Enterprise Number",
    "Folio Mercantil No.",
    "Government Gazette Number",
    "Identification Number",
    "Istanbul Chamber of Comm. No.",
    "Italian Fiscal Code",
    "Legal Entity Number",
    "Matricula Mercantil No",
    "National Foreign ID Number",
    "National ID No.",
    "Organization Code",
    "Personal ID Card",
    "Public Registration Number",
    "Registered Charity No.",
    "Registration Certificate Number (Dubai)",
    "Registration Number",
    "Registration ID",
    "Residency Number",
    "Romanian C.R.",
    "Stateless Person Passport",
    "Tax ID No.",
    "Trade License No.",
    "Travel Document Number",
    "Turkish Identification Number",
    "UK Company Number",
    "V.A.T. Number",
    "Business Number",
    "Birth Certificate Number",
    "D-U-N-S Number",
    "Cedula No.",
    "C.R. No.",
    "C.U.R.P.",
    "C.U.I.T.",
    "D.N.I.",
    "R.F.C.",
    "SWIFT/BIC",
    "US FEIN",
    "License",
    "Passport",
    "NIT #",
    "RUC #",
    "RIF #",
    "MMSI"};

/// Pieces between "; ", not inside quotes.
std::vector<std::string_view> pieces_of(std::string_view remarks) {
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= remarks.size(); ++i) {
        const bool end = i == remarks.size();
        if (!end && !(remarks[i] == ';' && i + 1 < remarks.size() && remarks[i + 1] == ' '))
            continue;
        pieces.push_back(trimmed(remarks.substr(start, i - start)));
        start = i + 1;
    }
    return pieces;
}

/// The name in "a.k.a. 'PACHO'"; remarks put the weak ones there.
std::string quoted(std::string_view text) {
    const auto first = text.find('\'');
    const auto last = text.rfind('\'');
    if (first == std::string_view::npos || last <= first + 1) return tidy(text);
    return tidy(text.substr(first + 1, last - first - 1));
}

}  // namespace

std::string ofac_list(std::string_view list_name, const std::vector<std::string>& programmes) {
    const auto name = to_lower_ascii(list_name);
    const auto says = [&](std::string_view words) { return name.find(words) != std::string::npos; };
    if (says("chinese military") || says("cmic")) return "cmic";
    if (says("sectoral")) return "ssi";
    const auto has = [&](std::string_view programme) {
        return std::find(programmes.begin(), programmes.end(), programme) != programmes.end();
    };
    if (says("sdn") && !says("non-sdn")) return "sdn";
    if (has("CMIC-EO13959")) return "cmic";
    if (has("UKRAINE-EO13662")) return "ssi";
    return "other";
}

std::string ofac_kind(std::string_view printed) {
    auto kind = to_lower_ascii(trimmed(printed));
    if (kind == "individual") return "person";
    if (kind == "vessel" || kind == "aircraft") return kind;
    if (kind.empty() || kind == "-0-" || kind == "entity") return "company";
    return "";
}

Collector::Source ofac_source(bool sdn) {
    if (sdn) return {"ofac-sdn", "OFAC Specially Designated Nationals List"};
    return {"ofac-consolidated", "OFAC Consolidated Sanctions List (Non-SDN)"};
}

bool is_ofac_consolidated(std::string_view path) {
    auto rest = path.substr(path.find_last_of('/') + 1);
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of("_-. "), rest.size());
        const auto word = to_lower_ascii(rest.substr(0, end));
        if (word == "cons" || word == "consolidated") return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

void read_ofac_remarks(std::string_view remarks, Listing& listing, Collector& collector) {
    for (auto piece : pieces_of(remarks)) {
        while (piece.ends_with(".") && !piece.ends_with("..")) piece.remove_suffix(1);
        if (piece.starts_with("alt. ")) piece.remove_prefix(5);
        if (piece.starts_with("(")) piece.remove_prefix(1);
        if (piece.starts_with("DOB ")) {
            add_birth(listing, born_of(piece.substr(4), SlashOrder::MonthDayYear));
            continue;
        }
        if (piece.starts_with("POB ")) {
            add_once(listing.birthplaces, tidy(piece.substr(4)));
            continue;
        }
        if (piece.starts_with("a.k.a. ")) {
            add_alias(listing, quoted(piece.substr(7)), AliasKind::Weak);
            continue;
        }
        if (piece.starts_with("f.k.a. ")) {
            add_alias(listing, quoted(piece.substr(7)), AliasKind::Former);
            continue;
        }
        const auto label =
            std::find_if(kLabels.begin(), kLabels.end(), [&](std::string_view known) {
                return piece.starts_with(known) && piece.size() > known.size() &&
                       piece[known.size()] == ' ';
            });
        if (label != kLabels.end()) {
            collector.add_identifier(
                listing, identifier_with_country(*label, piece.substr(label->size() + 1)));
        } else if (piece.starts_with("Digital Currency Address - ")) {
            const auto blank = piece.find(' ', 27);
            if (blank == std::string_view::npos) continue;
            collector.add_identifier(
                listing, {std::string(piece.substr(0, blank)), tidy(piece.substr(blank)), ""});
        }
    }
}

}  // namespace cordon::lists
