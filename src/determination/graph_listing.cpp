// SPDX-License-Identifier: Apache-2.0
#include "determination/graph_listing.h"

#include <tuple>

#include "determination/party_listings.h"

namespace cordon::determination {

bool carried_by_half_rule(std::string_view list) {
    return list == "entity_list" || list == "meu" || list == "sdn";
}

screening::PartyQuery query_of(const links::PartyRecord& record,
                               const screening::Reviews::AsOf& decisions) {
    std::vector<std::string> names{record.name};
    names.insert(names.end(), record.aliases.begin(), record.aliases.end());
    std::vector<std::string> countries;
    if (!record.country.empty()) countries.push_back(record.country);
    auto query = party_query(std::move(names), std::move(countries), Json::object());
    query.decisions = decisions;
    return query;
}

links::ListedOn listed_on(const Recogniser& recogniser, const lists::Snapshot& snapshot, Date day,
                          screening::Reviews::AsOf decisions) {
    return [&recogniser, &snapshot, day, decisions](const links::PartyRecord& record) {
        const auto query = query_of(record, decisions);
        links::Listed out;
        std::vector<std::string> notes;
        for (const auto& how : party_listings(query, day, recogniser, snapshot, notes)) {
            const auto listing = snapshot.listing(how.listing);
            const Truth is = both(how.confirmed, how.in_effect);
            const Truth carries = carried_by_half_rule(listing.list) ? is : Truth::No;
            if (std::tuple(carries, is) <= std::tuple(out.carries, out.on_day)) continue;
            const auto since = listing.effective ? listing.effective : listing.published;
            out = {is, carries, listing.list, listing.name, listing.citation, since};
        }
        return out;
    };
}

}  // namespace cordon::determination
