// SPDX-License-Identifier: Apache-2.0
// Supplements 4 (Entity List), 6 (Unverified List) and 7 (Military End-User List) to part 744.
//
// The eCFR prints them as HTML tables (TABLE, TR, TD) in a DIV9 of type APPENDIX, the annual CFR as
// GPOTABLE, ROW, ENT. Both have one row a party and the country only in the first row of its block;
// a row without a licence requirement and citation goes on with the entry above it. A document may
// hold all three lists; each becomes a list of its own.
// Tested by ecfr_test.cpp; entries are taken apart in entity_cell.cpp.
#include <array>
#include <optional>

#include "base/text.h"
#include "lists/collector.h"
#include "lists/entity_cell.h"
#include "lists/federal_register.h"
#include "lists/formats.h"
#include "lists/row.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

namespace {

struct Supplement {
    std::string_view heading;  ///< within the heading of the appendix, lower case
    std::string_view list, source_id, title;
    std::size_t columns = 0;
    std::string_view requirement, review_policy;  ///< what part 744 says of the whole list
};
constexpr std::array<Supplement, 3> kSupplements = {
    {{"supplement no. 4 to part 744", "entity_list", "ecfr-entity-list",
      "BIS Entity List (Supplement No. 4 to part 744)", 5, "", ""},
     {"supplement no. 6 to part 744", "unverified", "ecfr-unverified",
      "BIS Unverified List (Supplement No. 6 to part 744)", 3, "", ""},
     // 15 CFR 744.21(e)
     {"supplement no. 7 to part 744", "meu", "ecfr-meu",
      "BIS Military End-User List (Supplement No. 7 to part 744)", 3, "specified",
      "presumption_of_denial"}}};

/// The lines of a cell: broken at BR, P and list items, blanks run together.
void add_lines(const XmlNode& node, std::vector<std::string>& lines) {
    const auto name = to_lower_ascii(node.name);
    const bool breaks = name == "br" || name == "p" || name == "fp" || name == "li";
    if (breaks && !lines.back().empty()) lines.emplace_back();
    if (node.name.empty()) lines.back() += node.text;
    for (const auto& child : node.children) add_lines(child, lines);
    if (breaks && !lines.back().empty()) lines.emplace_back();
}

std::vector<std::string> lines_of(const XmlNode& cell) {
    std::vector<std::string> raw{""};
    for (const auto& child : cell.children) add_lines(child, raw);
    std::vector<std::string> lines;
    for (const auto& line : raw) {
        std::string text = line;
        for (auto at = text.find("\xC2\xA0"); at != std::string::npos; at = text.find("\xC2\xA0")) {
            text.replace(at, 2, " ");
        }
        if (auto clean = tidy(text); !clean.empty()) lines.push_back(std::move(clean));
    }
    return lines;
}

/// Everything printed of one party before it is taken apart.
struct Entry {
    std::string country;
    std::vector<std::string> lines;
    std::string requirement, policy, citation;
    std::uint32_t line = 0;
};

class Reader {
public:
    Reader(std::string path, const ImportLimits& limits)
        : path_(std::move(path)), limits_(limits) {}

    /// A heading or the number of a division: which supplement begins here, if any.
    Status heading(std::string_view text) {
        const auto lower = to_lower_ascii(tidy(text));
        if (lower.find("supplement no.") == std::string::npos) return std::monostate{};
        const Supplement* begins = nullptr;
        for (const auto& supplement : kSupplements) {
            if (lower.find(supplement.heading) != std::string::npos) begins = &supplement;
        }
        if (begins == supplement_) return std::monostate{};
        TRY(flush());
        supplement_ = begins;
        country_.clear();
        return std::monostate{};
    }

    Status row(const XmlNode& row) {
        if (supplement_ == nullptr) return std::monostate{};
        std::vector<const XmlNode*> cells = row.all("TD");
        for (const auto* cell : row.all("ENT")) cells.push_back(cell);
        for (const auto* cell : row.all("td")) cells.push_back(cell);
        const auto columns = supplement_->columns;
        // A note across the table, or a heading.
        if (cells.size() + 1 < columns || cells.empty()) return std::monostate{};
        const bool without_country = cells.size() < columns;
        std::vector<std::vector<std::string>> texts;
        if (without_country) texts.emplace_back();
        for (const auto* cell : cells) texts.push_back(lines_of(*cell));
        texts.resize(columns);
        if (auto country = joined(texts[0], " "); !country.empty()) {
            TRY(flush());
            country_ = std::move(country);
        }
        return entry(std::move(texts), row.line);
    }

    Result<std::vector<Imported>> finish() {
        TRY(flush());
        std::vector<Imported> imported;
        for (auto& list : lists_) {
            if (list && list->size() > 0) imported.push_back(list->finish());
        }
        if (!imported.empty()) return imported;
        return Error{"The document holds no entry of Supplements 4, 6 or 7 to part 744.",
                     "the XML of 15 CFR part 744, or of one of these supplements, with its tables",
                     "Fetch /api/versioner/v1/full/DAY/title-15.xml?part=744 from www.ecfr.gov.",
                     {path_, 0, 0, ""},
                     {}};
    }

private:
    Status entry(std::vector<std::vector<std::string>> texts, std::uint32_t line) {
        const auto last = texts.size() - 1;
        const auto citation = joined(texts[last], " ");
        const bool wide = texts.size() == 5;
        const auto requirement = wide ? joined(texts[2], " ") : std::string();
        auto& lines = texts[1];
        if (lines.empty() && citation.empty()) return std::monostate{};
        if (!lines.empty() && lines[0].starts_with("[Reserved")) return std::monostate{};
        // The rest of an entry that a page of the printed table has cut.
        if (open_ && requirement.empty() && citation.empty()) {
            open_->lines.insert(open_->lines.end(), lines.begin(), lines.end());
            return std::monostate{};
        }
        TRY(flush());
        if (lines.empty()) {
            refuse(line, "entity", "The row under " + country_ + " names nobody.", "an entity");
            return std::monostate{};
        }
        open_ = Entry{country_,    std::move(lines),
                      requirement, wide ? joined(texts[3], " ") : std::string(),
                      citation,    line};
        return std::monostate{};
    }

    void refuse(std::uint32_t line, const std::string& field, std::string message,
                std::string expected) {
        list().refuse(line, field, std::move(message), std::move(expected));
    }

    Collector& list() {
        const auto at = static_cast<std::size_t>(supplement_ - kSupplements.data());
        auto& list = lists_[at];
        if (!list) {
            list.emplace(Collector::Source{std::string(supplement_->source_id),
                                           std::string(supplement_->title)},
                         path_, limits_);
        }
        return *list;
    }

    Status flush() {
        if (!open_) return std::monostate{};
        const Entry entry = std::move(*open_);
        open_.reset();
        std::uint64_t bytes = 0;
        for (const auto& line : entry.lines) bytes += line.size();
        if (bytes > limits_.cell_bytes_max) {
            refuse(entry.line, "entity",
                   "The entry that begins \"" + entry.lines[0].substr(0, 80) + "\" holds " +
                       std::to_string(bytes) + " bytes.",
                   "at most " + std::to_string(limits_.cell_bytes_max) + " bytes an entry");
            return std::monostate{};
        }
        const auto cell = parse_entity_cell(entry.lines);
        if (cell.entry.name.empty()) {
            refuse(entry.line, "entity",
                   "No name can be made out in \"" + entry.lines[0].substr(0, 80) + "\".",
                   "a name before the first comma");
            return std::monostate{};
        }
        TRY(add(entry, cell.entry, ""));
        for (const auto& party : cell.inside) TRY(add(entry, party, cell.entry.name));
        return std::monostate{};
    }

    Status add(const Entry& entry, const EntityCell::Party& party, const std::string& within) {
        Listing listing;
        listing.list = supplement_->list;
        listing.name = party.name;
        for (const auto& alias : party.aliases) add_alias(listing, alias);
        for (const auto& name : party.former_names) add_alias(listing, name, AliasKind::Former);
        listing.addresses = party.addresses;
        add_country(listing, entry.country);
        listing.requirement_text = entry.requirement;
        listing.requirement = supplement_->requirement;
        listing.review_policy_text = entry.policy;
        listing.review_policy = supplement_->review_policy;
        listing.citation = entry.citation;
        if (!within.empty()) listing.note = "written inside the entry of " + within;
        return list().add(std::move(listing), "");
    }

    /// "CHINA, PEOPLE'S REPUBLIC OF"; "KOREA, NORTH".
    void add_country(Listing& listing, const std::string& printed) {
        if (printed.empty()) return;
        const auto comma = printed.find(',');
        if (comma != std::string::npos && !Country::from_name(printed)) {
            return list().add_country(listing, printed.substr(0, comma));
        }
        list().add_country(listing, printed);
    }

    std::string path_;
    ImportLimits limits_;
    const Supplement* supplement_ = nullptr;
    std::array<std::optional<Collector>, kSupplements.size()> lists_;
    std::string country_;
    std::optional<Entry> open_;
};

}  // namespace

Result<std::vector<Imported>> read_ecfr(ByteSource& source, const std::string& path,
                                        const ImportLimits& limits) {
    XmlReader xml(source, path, limits);
    Reader reader(path, limits);
    while (TRY(xml.next())) {
        const auto name = xml.name();
        if (name == "TR" || name == "ROW" || name == "tr") {
            const auto row = TRY(xml.take());
            TRY(reader.row(row));
        } else if (name == "HEAD" || name == "HD" || name == "RESERVED") {
            const auto heading = TRY(xml.take());
            TRY(reader.heading(heading.all_text()));
        } else if (name.starts_with("DIV") || name == "APPENDIX") {
            TRY(reader.heading(xml.attribute("N")));
        }
    }
    return reader.finish();
}

}  // namespace cordon::lists
