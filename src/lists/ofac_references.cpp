// SPDX-License-Identifier: Apache-2.0
#include "lists/ofac_references.h"

#include <algorithm>

#include "lists/born.h"
#include "lists/date_words.h"

namespace cordon::lists {

void OfacReferences::add(const XmlNode& node) {
    const auto id = node.attribute("ID");
    auto text = node.all_text();
    if (node.name == "AreaCode" || node.name == "Country") {
        // "CU" with a Description, or "Cuba" with or without an ISO2.
        const auto iso = node.attribute("ISO2");
        if (!iso.empty()) text = iso;
        sets_["Country"].try_emplace(node.name == "Country" ? id : node.attribute("CountryID"),
                                     text);
    }
    if (node.name == "PartySubType") {
        sets_["PartyTypeOfSub"][id] = node.attribute("PartyTypeID");
    }
    sets_[node.name][id] = std::move(text);
}
const std::string& OfacReferences::name(const std::string& set, const std::string& id) const {
    static const std::string none;
    const auto values = sets_.find(set);
    if (values == sets_.end()) return none;
    const auto found = values->second.find(id);
    return found == values->second.end() ? none : found->second;
}

OfacPlace ofac_place(const XmlNode& node, const OfacReferences& references) {
    OfacPlace place;
    // The order on an envelope, whatever the order in the file.
    std::vector<std::pair<std::string, std::string>> parts;
    for (const auto* part : node.all("LocationPart")) {
        const auto type = part->attribute("LocPartTypeID");
        const auto values = part->all("LocationPartValue");
        auto best = values.empty() ? nullptr : values.front();
        for (const auto* value : values) {
            if (value->attribute("Primary") == "true") best = value;
        }
        if (best != nullptr) parts.emplace_back(type, best->text_of("Value"));
    }
    const auto rank = [](const std::string& type) {
        for (const auto& [id, order] :
             {std::pair{"1451", 0}, std::pair{"1452", 1}, std::pair{"1453", 2},
              std::pair{"1454", 3}, std::pair{"1450", 4}, std::pair{"1455", 5},
              std::pair{"1456", 6}}) {
            if (type == id) return order;
        }
        return 7;
    };
    std::stable_sort(parts.begin(), parts.end(),
                     [&](const auto& a, const auto& b) { return rank(a.first) < rank(b.first); });
    for (const auto& [type, text] : parts) {
        if (!text.empty()) place.text += (place.text.empty() ? "" : ", ") + text;
    }
    if (const XmlNode* country = node.child("LocationCountry")) {
        place.country = references.name("Country", country->attribute("CountryID"));
    } else if (const XmlNode* area = node.child("LocationAreaCode")) {
        place.country = references.name("AreaCode", area->attribute("AreaCodeID"));
    }
    if (!place.country.empty()) {
        place.text += (place.text.empty() ? "" : ", ") + place.country;
    }
    return place;
}

std::optional<Born> ofac_day(const XmlNode* node) {
    if (node == nullptr) return {};
    const auto year = date_number(node->text_of("Year"));
    if (!year) return {};
    return born_on(*year, date_number(node->text_of("Month")), date_number(node->text_of("Day")));
}

}  // namespace cordon::lists
