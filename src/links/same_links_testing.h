// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Whether two graphs say the same, and graphs that say anything that can be said.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "links/link_graph.h"
#include "links/read_share.h"

namespace cordon::links {

/// By id, so that the order does not count.
inline void expect_same_links(const LinkGraph& want, const LinkGraph& got) {
    ASSERT_EQ(want.links().size(), got.links().size());
    std::unordered_map<std::string, const Link*> by_id;
    for (const auto& link : got.links()) by_id[link.id] = &link;
    for (const auto& a : want.links()) {
        ASSERT_TRUE(by_id.count(a.id) == 1) << a.id;
        const auto& b = *by_id[a.id];
        EXPECT_EQ(want.party(a.subject).id, got.party(b.subject).id) << a.id;
        EXPECT_EQ(want.party(a.object).id, got.party(b.object).id) << a.id;
        EXPECT_EQ(to_text(a.relation), to_text(b.relation)) << a.id;
        EXPECT_EQ(a.share, b.share) << a.id;
        EXPECT_EQ(a.from, b.from) << a.id;
        EXPECT_EQ(a.until, b.until) << a.id;
        EXPECT_EQ(a.known_since, b.known_since) << a.id;
        EXPECT_EQ(to_text(a.grade), to_text(b.grade)) << a.id;
        EXPECT_EQ(a.source, b.source) << a.id;
        EXPECT_EQ(a.note, b.note) << a.id;
    }
}

inline void expect_same_parties(const LinkGraph& want, const LinkGraph& got) {
    ASSERT_EQ(want.parties().size(), got.parties().size());
    for (const auto& a : want.parties()) {
        const auto found = got.find(a.id);
        ASSERT_EQ(found.size(), 1U);
        const auto& b = got.party(found[0]);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.aliases, b.aliases) << a.id;
        EXPECT_EQ(a.kind, b.kind) << a.id;
        EXPECT_EQ(a.country, b.country) << a.id;
        EXPECT_EQ(a.headquarters, b.headquarters) << a.id;
        EXPECT_EQ(a.founded, b.founded) << a.id;
        EXPECT_EQ(a.identifiers, b.identifiers) << a.id;
        EXPECT_EQ(a.source, b.source) << a.id;
    }
}

/// Up to five parties and eight links of every relation, or of those BODS knows.
inline rc::Gen<Records> arbitrary_records(bool only_ownership_and_control) {
    return rc::gen::exec([=] {
        Records records;
        const auto count = *rc::gen::inRange<PartyIndex>(2, 6);
        for (PartyIndex p = 0; p < count; ++p) {
            PartyRecord party;
            party.id = "party " + std::to_string(p);
            party.name = *rc::gen::element<std::string>("Ada", "艾达", "\"B\" & Söhne");
            party.kind =
                *rc::gen::element<std::string>("company", "person", "government", "", "university");
            records.parties.push_back(std::move(party));
        }
        const auto day = [] {
            return *rc::gen::arbitrary<bool>()
                       ? std::optional(Date::from_days(*rc::gen::inRange(0, 30000)))
                       : std::nullopt;
        };
        const auto links = *rc::gen::inRange(0, 9);
        for (int i = 0; i < links; ++i) {
            Link link;
            link.id = "L" + std::to_string(i);
            link.subject = *rc::gen::inRange<PartyIndex>(0, count);
            link.object = (link.subject + *rc::gen::inRange<PartyIndex>(1, count)) % count;
            const int last = only_ownership_and_control ? 1 : static_cast<int>(Relation::Linked);
            link.relation = static_cast<Relation>(*rc::gen::inRange(0, last + 1));
            if (link.relation == Relation::Owns && *rc::gen::arbitrary<bool>()) {
                const auto low = *rc::gen::inRange(0, 100);
                const auto high = *rc::gen::inRange(low + 1, 101);
                link.share = MUST(
                    share_between({std::to_string(low) + ".1234567", *rc::gen::arbitrary<bool>()},
                                  {std::to_string(high) + (high < 100 ? ".5" : ""),
                                   *rc::gen::arbitrary<bool>()}));
            }
            link.from = day();
            if (const auto until = day(); !link.from || (until && *link.from < *until)) {
                link.until = until;
            }
            link.known_since = day();
            link.grade = static_cast<Grade>(*rc::gen::inRange(0, 5));
            link.source = *rc::gen::element<std::string>("", "90 FR 1", "https://example.org/a");
            link.note = *rc::gen::element<std::string>("", "an indirect tie; said twice", "注");
            records.links.push_back(std::move(link));
        }
        return records;
    });
}

}  // namespace cordon::links
