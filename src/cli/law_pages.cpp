// SPDX-License-Identifier: Apache-2.0
#include "cli/law_pages.h"

#include "base/text.h"
#include "cli/page.h"
#include "cli/table.h"

namespace cordon::cli {

namespace {

bool contains(std::string_view text, const std::string& match) {
    return match.empty() || to_lower_ascii(text).find(to_lower_ascii(match)) != std::string::npos;
}

std::string_view state_on(const law::Provision& provision, Date day) {
    const auto* status = provision.status_on(day);
    return law::to_text(status == nullptr ? law::State::InForce : status->state);
}

std::vector<std::string> version_column(const law::Version& version) {
    std::string dates;
    if (version.publication) dates += "published " + version.publication->to_iso();
    if (version.compliance)
        dates +=
            (dates.empty() ? "" : ", ") + std::string("compliance ") + version.compliance->to_iso();
    if (version.savings_until)
        dates += (dates.empty() ? "" : ", ") + std::string("savings until ") +
                 version.savings_until->to_iso();
    return {version.period.to_text(),
            version.source + " (" + std::string(law::to_text(version.confidence)) + ")",
            dates,
            version.says,
            version.when,
            version.unless,
            version.note,
            version.checked};
}

/// All versions, one column each where the terminal is wide enough, else one after the other.
void write_versions(Page& page, const law::Provision& provision, std::uint32_t width) {
    static const std::vector<std::string> kRows = {"period", "source", "dates", "says",
                                                   "when",   "unless", "note",  "checked"};
    constexpr std::uint32_t kReadableColumn = 36;
    const auto fits = provision.versions.size() * kReadableColumn + 12 <= width;
    std::vector<std::vector<std::string>> columns;
    for (const auto& version : provision.versions) columns.push_back(version_column(version));
    if (fits) {
        std::vector<std::string> header = {""};
        for (std::size_t i = 0; i < columns.size(); ++i)
            header.push_back("version " + std::to_string(i + 1));
        Table table(header);
        for (std::size_t row = 0; row < kRows.size(); ++row) {
            std::vector<std::string> cells = {kRows[row]};
            bool any = false;
            for (const auto& column : columns) {
                cells.push_back(column[row]);
                any = any || !column[row].empty();
            }
            if (any) table.add(cells);
        }
        page.verbatim(table.to_text(width));
        return;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        page.heading("version " + std::to_string(i + 1));
        for (std::size_t row = 0; row < kRows.size(); ++row) {
            if (!columns[i][row].empty()) page.line(12, columns[i][row], padded(kRows[row], 10));
        }
    }
}

std::string_view type_word(law::FactType type) {
    using law::FactType;
    switch (type) {
        case FactType::YesNo:
            return "yes or no";
        case FactType::Number:
            return "number";
        case FactType::Date:
            return "date";
        case FactType::Country:
            return "country";
        case FactType::Countries:
            return "countries";
        case FactType::Choice:
            return "one of";
        case FactType::Choices:
            return "some of";
        case FactType::Text:
            return "text";
        case FactType::Texts:
            return "texts";
        case FactType::Table:
            return "table";
    }
    return "";
}

std::string unit_or_options(const law::Fact& fact) {
    if (fact.type == law::FactType::Number) return "number, " + fact.unit.name;
    if (fact.options.empty()) return std::string(type_word(fact.type));
    return std::string(type_word(fact.type)) + ": " + list_of(fact.options);
}

/// "found by Cordon; an order gives party.owners".
std::string found_how(const law::Schema& schema, const law::Fact& fact) {
    std::string text = "found by Cordon";
    if (!fact.comes_from.empty()) return text + "; from " + fact.comes_from;
    if (const auto& by = fact.stated_by) {
        text += "; an order gives " + schema.fact(by->subject, by->slot).full_name();
    }
    return text;
}

}  // namespace

std::string law_list(const law::Law& law, const std::optional<Date>& day,
                     const std::string& match) {
    Table table({"id", "kind", "in force", "title; cite"}, Table::Last::Prose);
    for (const auto& provision : law.provisions()) {
        if (!contains(provision.id + " " + provision.title + " " + provision.cite, match)) continue;
        const law::Version* version = nullptr;
        std::string period;
        if (day) {
            version = provision.version_on(*day);
            if (version == nullptr) continue;
            period = version->period.to_text();
            const auto state = state_on(provision, *day);
            if (state != "in_force") period += ", " + std::string(state);
        } else {
            period = std::to_string(provision.versions.size()) + " version" +
                     (provision.versions.size() == 1 ? "" : "s");
        }
        table.add({provision.id, std::string(law::to_text(provision.kind)), period,
                   provision.title + "; " + provision.cite});
    }
    if (table.empty()) return std::string("No provision fits.\n");
    return table.to_text(terminal_width());
}

Result<std::string> law_show(const law::Law& law, const std::string& id) {
    const auto index = law.find(id);
    if (!index) {
        std::vector<std::string> ids;
        for (const auto& provision : law.provisions()) ids.push_back(provision.id);
        const auto near = nearest(id, ids);
        return Error{"there is no provision \"" + id + "\"",
                     near.empty() ? "" : "perhaps " + near,
                     "cordon law list --match WORD finds one",
                     {},
                     {}};
    }
    const auto& provision = law.provisions()[*index];
    const auto width = terminal_width();
    Page page(width);
    page.line(0, provision.id + "   " + provision.title, "", Colour::Bold);
    page.line(0, std::string(law::to_text(provision.kind)) + " asked of each " +
                     std::string(law::to_text(provision.per)) +
                     (provision.gate == law::Gate::None
                          ? ""
                          : ", gate " + std::string(law::to_text(provision.gate))) +
                     ". " + provision.cite);
    if (!provision.public_text)
        page.line(0, "The text is not public; it binds its recipient only.");
    if (!provision.cures.empty()) page.line(0, "Cures " + list_of(provision.cures));
    if (!provision.of.empty()) page.line(0, "Speaks of " + list_of(provision.of));
    page.blank();
    write_versions(page, provision, width);
    for (const auto& status : provision.statuses) {
        page.line(4,
                  "status " + std::string(law::to_text(status.state)) + " " +
                      status.period.to_text() + "; " + status.source + " (" +
                      std::string(law::to_text(status.confidence)) + ") " + status.note,
                  "- ");
    }
    for (const auto& gap : provision.gaps)
        page.line(4, "no rule " + gap.period.to_text() + ": " + gap.why, "- ");
    page.line(0, std::to_string(provision.tests.size()) + " tests in " + provision.position.file);
    return page.text();
}

std::string law_facts(const law::Law& law, const std::string& match) {
    Table table({"fact", "type", "means"}, Table::Last::Prose);
    for (std::size_t kind = 0; kind < law::kSubjectKinds; ++kind) {
        for (const auto& fact : law.schema().facts(static_cast<law::SubjectKind>(kind))) {
            if (!contains(fact.full_name() + " " + fact.means, match)) continue;
            std::string means = fact.means;
            if (fact.question) means += " (a knowledge question)";
            if (fact.derived) means += " (" + found_how(law.schema(), fact) + ")";
            if (!fact.assumed.empty()) means += "; assumed: " + fact.assumed;
            table.add({fact.full_name(), unit_or_options(fact), means});
        }
    }
    if (table.empty()) return std::string("No fact fits.\n");
    return table.to_text(terminal_width());
}

}  // namespace cordon::cli
