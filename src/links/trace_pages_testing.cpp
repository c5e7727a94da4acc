// SPDX-License-Identifier: Apache-2.0
#include "links/trace_pages_testing.h"

#include <algorithm>

#include "links/read_links.h"

namespace cordon::links {

namespace {
constexpr std::uint32_t kHundredth = kWhole / 10'000;
}

Date day_of(std::string_view iso) {
    return MUST(Date::from_iso(iso));
}

Interval percents(std::uint32_t low, std::uint32_t high) {
    return part_of_whole(low * 100 * kHundredth, high * 100 * kHundredth);
}

Listed entity_list(const std::string& name, std::string_view since) {
    Listed out{Truth::Yes, Truth::Yes, "entity_list", name, "Supp. No. 4 to part 744", {}};
    if (!since.empty()) out.since = day_of(since);
    return out;
}

TraceMaker::TraceMaker(std::string_view day, std::optional<std::string> known)
    : trace_{0, {day_of(day), std::nullopt}, Threshold::HalfOrMore, {}, {}, {}, {}, {}, {}, false} {
    if (known) trace_.as_of.known = day_of(*known);
}

PartyIndex TraceMaker::party(std::string name, std::string country) {
    const auto index = static_cast<PartyIndex>(records_.parties.size());
    PartyRecord record;
    record.id = "p" + std::to_string(index);
    record.name = std::move(name);
    record.country = std::move(country);
    records_.parties.push_back(std::move(record));
    return index;
}

std::uint32_t TraceMaker::node(PartyIndex party, std::uint32_t tier, const Listed& listed) {
    trace_.behind.nodes.push_back({{party}, tier, listed, false});
    return static_cast<std::uint32_t>(trace_.behind.nodes.size() - 1);
}

LinkIndex TraceMaker::link(Link link) {
    const auto index = static_cast<LinkIndex>(records_.links.size());
    link.id = "l" + std::to_string(index);
    records_.links.push_back(std::move(link));
    return index;
}

LinkIndex TraceMaker::link(PartyIndex subject, Relation relation, PartyIndex object,
                           const std::string& source) {
    Link out;
    out.subject = subject;
    out.relation = relation;
    out.object = object;
    out.grade = Grade::A;
    out.source = source;
    out.known_since = day_of("2020-01-01");
    return link(std::move(out));
}

std::uint32_t TraceMaker::node_of(PartyIndex party) const {
    const auto& nodes = trace_.behind.nodes;
    const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const auto& node) {
        return std::find(node.records.begin(), node.records.end(), party) != node.records.end();
    });
    return static_cast<std::uint32_t>(at - nodes.begin());
}

LinkIndex TraceMaker::stake(LinkIndex index) {
    const auto& link = records_.links[index];
    Stake stake{node_of(link.subject), node_of(link.object), 0, kWhole};
    if (link.share) {
        const auto share = billionths_of(*link.share);
        stake.low = holds(link, trace_.as_of) == Truth::Yes ? share.low : 0;
        stake.high = share.high;
    }
    trace_.behind.stakes.push_back(stake);
    trace_.behind.link_of.push_back(index);
    return index;
}

LinkIndex TraceMaker::owns(PartyIndex holder, PartyIndex company, std::uint32_t low,
                           std::uint32_t high) {
    const auto index = link(holder, Relation::Owns, company);
    records_.links[index].share = part_of_whole(low * kHundredth, high * kHundredth);
    return stake(index);
}

MadeTrace successor() {
    TraceMaker make("2024-06-12", "2024-06-01");
    const auto nettrix = make.party("Nettrix Information Industry Co., Ltd.", "CN");
    const auto sugon = make.party("Sugon", "CN");
    make.node(nettrix, 0);
    const auto reported = make.link(nettrix, Relation::SuccessorOf, sugon, "A newspaper, 2024");
    const auto address = make.link(nettrix, Relation::SharesAddress, sugon, "Company register");
    auto& trace = make.trace();
    trace.ownership.held = Truth::Unknown;
    trace.ownership.possible = percents(0, 100);
    trace.ownership.open = {
        {"Nettrix Information Industry Co., Ltd.", std::nullopt,
         "Who holds the 100 % of Nettrix Information Industry Co., Ltd. that no "
         "source names?",
         percents(0, 100)}};
    trace.parent.because = "no source names a parent";
    const auto listed = entity_list("Sugon", "2019-06-24");
    trace.successions = {{sugon,
                          listed,
                          SuccessionStrength::Strong,
                          {{Signal::Kind::Reported,
                            4,
                            {reported},
                            "A source calls it the successor of Sugon",
                            "the report rests on one witness",
                            "its own register extract of founders"},
                           {Signal::Kind::SharedAddress,
                            2,
                            {address},
                            "Both give one address",
                            "a business park with many tenants",
                            "lease and floor plan"},
                           {Signal::Kind::FoundedAfterwards,
                            1,
                            {},
                            "It was founded half a year after Sugon was listed",
                            "most companies are founded at some "
                            "time",
                            "a plan that is older than the listing"}}}};
    trace.chains = {{{nettrix, sugon}, {reported}, listed, 4}};
    return make.made();
}

MadeTrace aggregate() {
    TraceMaker make("2025-04-01", "2025-03-30");
    const auto asked = make.party("Example Systems Inc.", "US");
    const auto group = make.party("Example Group Co., Ltd.", "CN");
    const auto fund = make.party("Second Fund", "HK");
    const auto state = make.party("State Holding", "CN");
    const auto silent = make.party("Silent Partner", "SG");
    const auto ruler = make.party("The One Who Decides", "CN");
    const auto bank = make.party("Small Bank", "GB");
    const auto weak = make.party("A Weak Claim", "");
    make.node(asked, 0);
    make.node(group, 1, entity_list("Example Group", "2025-03-25"));
    make.node(fund, 1, entity_list("Second Fund", "2022-10-07"));
    make.node(silent, 1,
              {Truth::Unknown, Truth::Unknown, "sdn", "Silent Partner Pte.", "", std::nullopt});
    make.node(ruler, 1);
    make.node(bank, 1);
    make.node(state, 2);
    make.node(weak, 2);
    const auto most = make.owns(group, asked, 4900, 4900);
    const auto rest = make.owns(fund, asked, 200, 200);
    make.stake(make.link(silent, Relation::Owns, asked));
    make.stake(make.link(ruler, Relation::Controls, asked));
    make.owns(bank, asked, 500, 500);
    make.owns(asked, asked, 100, 100);
    Link dated;
    dated.subject = state;
    dated.object = group;
    dated.relation = Relation::Owns;
    dated.share = percents(33, 34);
    dated.from = day_of("2015-03-01");
    dated.until = day_of("2026-06-30");
    dated.grade = Grade::C;
    dated.source = "A newspaper";
    const auto upper = make.stake(make.link(dated));
    dated.subject = weak;
    dated.grade = Grade::D;
    dated.source = "";
    make.stake(make.link(dated));
    auto& trace = make.trace();
    trace.ownership = {Truth::Yes, percents(51, 51), percents(51, 100),
                       Truth::Yes, {most, rest},     {}};
    trace.parent.known = Truth::Yes;
    trace.parent.party = state;
    trace.parent.headquarters = "CN";
    trace.parent.chain = {most, upper};
    trace.chains = {{{asked, group}, {most}, entity_list("Example Group", "2025-03-25"), 2}};
    return make.made();
}

MadeTrace circle() {
    TraceMaker make("2024-06-12");
    const auto asked = make.party("Bottom Ltd", "DE");
    const auto left = make.party("Left Ltd", "DE");
    const auto right = make.party("Right Ltd", "DE");
    const auto top = make.party("Top Ltd", "DE");
    make.node(asked, 0);
    make.node(left, 1);
    make.node(right, 1);
    make.node(top, 2);
    make.owns(left, asked, 5000, 5000);
    make.owns(right, asked, 5000, 5000);
    make.owns(left, right, 6000, 6000);
    make.owns(right, left, 6000, 6000);
    make.owns(top, left, 4000, 4000);
    make.owns(asked, top, 1000, 1000);
    make.trace().behind.cut = true;
    return make.made();
}

MadeTrace strange_names() {
    TraceMaker make("2024-06-12");
    const auto asked = make.party("曙光信息产业股份有限公司北京分公司", "CN");
    const auto other =
        make.party("<b>A & \"B\" 'C' \\N Ltd\n\x1b[31mred\xC2\x9B \xE2\x80\xAE\xFF]]>", "CN");
    make.node(asked, 0);
    make.node(other, 1, entity_list("<A&B>", "2019-06-24"));
    const auto all = make.owns(other, asked, 10000, 10000);
    make.trace().ownership.witness = {all};
    make.trace().ownership.held = Truth::Yes;
    make.trace().ownership.named = percents(100, 100);
    make.trace().chains = {{{asked, other}, {all}, entity_list("<A&B>", "2019-06-24"), 2}};
    return make.made();
}

MadeTrace nominee() {
    TraceMaker make("2024-06-12");
    const auto asked = make.party("Asked Ltd", "HK");
    const auto front = make.party("Front Nominees Ltd", "VG");
    const auto owner = make.party("Real Owner", "CN");
    const auto again = make.party("Real Owner (register)", "CN");
    auto& trace = make.trace();
    trace.listed = entity_list("Asked", "2023-10-17");
    make.node(asked, 0, trace.listed);
    trace.behind.nodes.push_back({{}, 1, {}, false});
    trace.behind.nodes.push_back({{owner, again}, 2, {}, false});
    trace.behind.identities = {make.link(owner, Relation::SameAs, again, "Register extract")};
    const auto held = make.link(front, Relation::Owns, asked);
    const auto behind = make.link(front, Relation::HoldsFor, owner, "Deed of trust");
    trace.behind.stakes = {{1, 0, kWhole / 10 * 3, kWhole / 10 * 3}, {2, 1, kWhole, kWhole}};
    trace.behind.link_of = {held, behind};
    return make.made();
}

MadeTrace lattice() {
    TraceMaker make("2024-06-12");
    std::vector<PartyIndex> parties;
    for (std::uint32_t i = 0; i < 24; ++i) {
        parties.push_back(make.party("Tier party " + std::to_string(i), "NL"));
        make.node(parties.back(), (i + 3) / 4, i == 20 ? entity_list("x", "2020-12-18") : Listed{});
        for (std::uint32_t k = i > 6 ? i - 6 : 0; k < i; k += 3) {
            make.owns(parties[i], parties[k], 100 * i, 100 * i + 50);
        }
    }
    return make.made();
}

Trace of_starter(PartyIndex party) {
    const auto listed = [](const PartyRecord& record) {
        if (record.id.starts_with("el-")) return entity_list(record.name, "");
        if (!record.id.starts_with("1260h-")) return Listed{};
        return Listed{Truth::Yes, Truth::No, "section_1260h", record.name, "", std::nullopt};
    };
    return cordon::links::trace(starter_links(), party, {day_of("2026-11-01"), {}}, listed);
}

MadeTrace crowd() {
    TraceMaker make("2024-06-12");
    const auto asked = make.party("Widely Held plc", "GB");
    make.node(asked, 0);
    std::vector<PartyIndex> holders;
    for (std::uint32_t i = 0; i < 300; ++i) {
        holders.push_back(make.party("Holder number " + std::to_string(i + 1), "GB"));
        make.node(holders.back(), 1,
                  i == 250 ? entity_list("Holder number 251", "2024-01-02") : Listed{});
        make.owns(holders.back(), asked, i % 7 + 1, i % 7 + 1);
    }
    for (std::uint32_t i = 0; i < 300; i += 10) {
        const auto above = make.party("Owner of number " + std::to_string(i + 1), "JE");
        make.node(above, 2);
        make.owns(above, holders[i], 10000, 10000);
    }
    return make.made();
}

}  // namespace cordon::links
