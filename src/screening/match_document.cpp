// SPDX-License-Identifier: Apache-2.0
#include "screening/match_document.h"

namespace cordon::screening {

namespace {

Json texts(const std::vector<std::string>& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push(Json::of_text(value));
    return list;
}

Json alone(const names::Name& name, const std::vector<std::uint16_t>& tokens) {
    Json list = Json::array();
    for (const auto at : tokens) {
        list.push(Json::object()
                      .add("text", Json::of_text(unit_text(name, at)))
                      .add("role", Json::of_text(names::to_text(name.tokens[at].role))));
    }
    return list;
}

Json to_json(const Explained& explained) {
    Json pairs = Json::array();
    for (const auto& pair : explained.alignment.aligned) {
        pairs.push(Json::object()
                       .add("party", Json::of_text(unit_text(explained.party, pair.query_unit)))
                       .add("listed", Json::of_text(unit_text(explained.listed, pair.listed_unit)))
                       .add("bridge", Json::of_text(to_text(pair.cell.bridge)))
                       .add("similarity", Json::of_number(std::int64_t{pair.cell.similarity}))
                       .add("points", Json::of_number(std::int64_t{pair.points})));
    }
    Json penalties = Json::array();
    for (const auto& penalty : explained.alignment.penalties) {
        penalties.push(Json::object()
                           .add("name", Json::of_text(penalty.name))
                           .add("factor", Json::of_number(std::int64_t{penalty.factor}))
                           .add("because", Json::of_text(penalty.because)));
    }
    return Json::object()
        .add("raw", Json::of_number(std::int64_t{explained.alignment.raw}))
        .add("aligned", std::move(pairs))
        .add("party_alone", alone(explained.party, explained.alignment.query_alone))
        .add("listed_alone", alone(explained.listed, explained.alignment.listed_alone))
        .add("penalties", std::move(penalties));
}

Json supports_of(const Match& match) {
    Json list = Json::array();
    for (const auto& support : match.supports) {
        list.push(Json::object()
                      .add("kind", Json::of_text(to_text(support.kind)))
                      .add("agrees", Json::of_text(cordon::to_text(support.agrees)))
                      .add("because", Json::of_text(support.because)));
    }
    return list;
}

}  // namespace

std::string named(const lists::Listing& listing) {
    return listing.name + " (" + listing.list +
           (listing.citation.empty() ? "" : ", " + listing.citation) + ")";
}

Json to_json(const Match& match, const lists::Listing& listing, std::optional<Date> day,
             const Explained* explanation) {
    Json json = Json::object();
    json.add("strength", Json::of_text(to_text(match.strength)))
        .add("score", Json::of_number(std::int64_t{match.shown}))
        .add("raw", Json::of_number(std::int64_t{match.raw}))
        .add("listing", Json::of_text(listing.id))
        .add("list", Json::of_text(listing.list))
        .add("name", Json::of_text(listing.name));
    if (!match.matched_name.empty() && match.matched_name != listing.name) {
        json.add("matched_name", Json::of_text(match.matched_name));
    }
    if (!match.party_name.empty()) json.add("party_name", Json::of_text(match.party_name));
    json.add("countries", texts(listing.countries));
    if (day) json.add("in_effect", Json::of_text(cordon::to_text(listing.holds_on(*day))));
    if (listing.effective) json.add("effective", Json::of_text(listing.effective->to_iso()));
    if (listing.ended) json.add("ended", Json::of_text(listing.ended->to_iso()));
    if (!listing.citation.empty()) json.add("citation", Json::of_text(listing.citation));
    if (day && !listing.footnotes_on(*day).empty()) {
        json.add("footnotes", texts(listing.footnotes_on(*day)));
    }
    if (!listing.requirement_text.empty()) {
        json.add("requirement", Json::of_text(listing.requirement_text));
    }
    if (!listing.review_policy_text.empty()) {
        json.add("review_policy", Json::of_text(listing.review_policy_text));
    }
    json.add("supports", supports_of(match));
    if (!match.question.empty()) json.add("question", Json::of_text(match.question));
    if (explanation != nullptr) json.add("explanation", to_json(*explanation));
    return json;
}

}  // namespace cordon::screening
