// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "lists/born.h"
#include "lists/collector.h"
#include "lists/open_sanctions_entity.h"

namespace cordon::lists {

namespace {

/// Programmes and data sets whose list has a name of its own here.
struct Known {
    std::string_view text, list;
};
constexpr std::array<Known, 20> kKnown = {{{"US-BIS-EL", "entity_list"},
                                           {"US-BIS-DPL", "denied_persons"},
                                           {"US-BIS-MEU", "meu"},
                                           {"US-BIS-UVL", "unverified"},
                                           {"US-DOD-1260H", "section_1260h"},
                                           {"US-MCCAIN-1286", "section_1286"},
                                           {"US-UFLPA", "uflpa"},
                                           {"US-NS-CMIC", "cmic"},
                                           {"US-SSI", "ssi"},
                                           {"US-AECA-DEBARRED", "debarred"},
                                           {"US-DDTC-SD", "debarred"},
                                           {"US-DOS-ISN", "isn"},
                                           {"CN-UEL", "cn_mofcom"},
                                           {"CN-CML", "cn_mofcom"},
                                           {"us_bis_denied", "denied_persons"},
                                           {"us_dod_chinese_milcorps", "section_1260h"},
                                           {"us_dhs_uflpa", "uflpa"},
                                           {"us_ddtc_debarred", "debarred"},
                                           {"us_ofac_sdn", "sdn"},
                                           {"gb_fcdo_sanctions", "uk_sanctions"}}};

std::string list_named(const std::vector<std::string>& texts) {
    for (const auto& known : kKnown) {
        for (const auto& text : texts) {
            if (text == known.text) return std::string(known.list);
        }
    }
    return "";
}

std::optional<Date> day_of(const std::string& text) {
    const auto born = born_of(text);
    return born && born->first == born->last ? std::optional(born->first) : std::nullopt;
}

}  // namespace

Measure measure_of(const Json& entity) {
    Measure measure;
    auto signs = texts_of(entity, "programId");
    if (const Json* datasets = entity.find("datasets")) {
        for (const auto& dataset : datasets->items) signs.push_back(dataset.text);
    }
    measure.list = list_named(signs);
    for (auto& programme : texts_of(entity, "program")) {
        add_once(measure.programmes, std::move(programme));
    }
    for (auto& programme : texts_of(entity, "programId")) {
        add_once(measure.programmes, std::move(programme));
    }
    measure.authority = first_of(entity, "authority");
    measure.reason = first_of(entity, "reason");
    for (const char* property : {"startDate", "listingDate"}) {
        for (const auto& text : texts_of(entity, property)) {
            const auto day = day_of(text);
            if (day && (!measure.effective || *day < *measure.effective)) {
                measure.effective = day;
            }
        }
    }
    for (const auto& text : texts_of(entity, "endDate")) {
        const auto day = day_of(text);
        if (day && (!measure.ended || *measure.ended < *day)) measure.ended = day;
    }
    return measure;
}

std::vector<Measure> one_a_list(const std::vector<Measure>& measures) {
    std::vector<Measure> merged;
    for (const auto& measure : measures) {
        const auto list = measure.list.empty() ? std::string("other") : measure.list;
        const auto same = std::find_if(merged.begin(), merged.end(),
                                       [&](const Measure& m) { return m.list == list; });
        if (same == merged.end()) {
            merged.push_back(measure);
            merged.back().list = list;
            continue;
        }
        for (const auto& programme : measure.programmes) {
            add_once(same->programmes, programme);
        }
        if (measure.effective && (!same->effective || *measure.effective < *same->effective)) {
            same->effective = measure.effective;
        }
        const bool both = same->ended && measure.ended;
        same->ended = both ? std::max(same->ended, measure.ended) : std::nullopt;
    }
    return merged;
}

Measure measure_by(const std::vector<std::string>& datasets) {
    Measure measure;
    measure.list = list_named(datasets);
    if (measure.list.empty()) measure.list = "other";
    measure.programmes = datasets;
    return measure;
}

}  // namespace cordon::lists
