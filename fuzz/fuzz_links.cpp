// SPDX-License-Identifier: Apache-2.0
// Any bytes as links or parties: in a table, as FollowTheMoney, as BODS. Whatever is read makes a
// graph, every share of it is a part of the whole, and it is the same again when written as
// FollowTheMoney and read back; its ownership and control also as BODS. The first byte chooses.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "links/read_links.h"

namespace {

using namespace cordon::links;

bool told_in_bods(const Link& link) {
    return link.relation == Relation::Owns || link.relation == Relation::Controls;
}

void check(const Link& link) {
    CHECK(!link.from || !link.until || *link.from < *link.until);
    if (!link.share) return;
    CHECK(link.relation == Relation::Owns);
    const auto part = billionths_of(*link.share);
    CHECK(part.low <= part.high && part.high <= kWhole);
}

void check_same(const LinkGraph& want, const Link& a, const LinkGraph& got, const Link& b) {
    CHECK(a.id == b.id && a.relation == b.relation && a.grade == b.grade);
    CHECK(want.party(a.subject).id == got.party(b.subject).id);
    CHECK(want.party(a.object).id == got.party(b.object).id);
    CHECK(a.share == b.share && a.from == b.from && a.known_since == b.known_since);
    CHECK(a.until == b.until || a.until == cordon::kFirstDate);
    CHECK(a.source == b.source && a.note == b.note);
}

ReadLimits small() {
    return {5000, 5000, 4096};
}

void check_written(const LinkGraph& graph) {
    Reading ftm(small());
    ftm.add_ftm(to_ftm(graph), "ftm", std::nullopt);
    const LinkGraph back(ftm.finish());
    CHECK(ftm.errors().empty());
    CHECK(back.parties().size() == graph.parties().size());
    CHECK(back.links().size() == graph.links().size());
    for (LinkIndex i = 0; i < back.links().size(); ++i) {
        check_same(graph, graph.link(i), back, back.link(i));
    }
    Reading bods(small());
    bods.add_bods(to_bods(graph), "bods");
    const LinkGraph again(bods.finish());
    CHECK(bods.errors().empty());
    std::size_t told = 0;
    for (const auto& link : graph.links()) told += told_in_bods(link) ? 1U : 0U;
    CHECK(again.links().size() == told);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    Reading reading(small());
    switch (data[0] % 5) {
        case 0:
            reading.add_links_csv(text, "links.csv");
            break;
        case 1:
            reading.add_parties_csv(text, "parties.csv");
            break;
        case 2:
            reading.add_ftm(text, "ftm", std::nullopt);
            break;
        case 3:
            reading.add_bods(text, "bods");
            break;
        default: {
            // Parties and the links between them, divided by a form feed.
            const auto end = text.find('\f');
            reading.add_parties_csv(text.substr(0, end), "parties.csv");
            if (end != std::string_view::npos) {
                reading.add_links_csv(text.substr(end + 1), "links.csv");
            }
        }
    }
    const LinkGraph graph(reading.finish());
    for (const auto& error : reading.errors()) CHECK(!error.message.empty());
    for (const auto& link : graph.links()) check(link);
    for (const auto& party : graph.parties()) CHECK(!party.name.empty());
    check_written(graph);
    return 0;
}
