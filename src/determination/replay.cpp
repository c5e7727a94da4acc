// SPDX-License-Identifier: Apache-2.0
#include "determination/replay.h"

#include <charconv>

#include "base/sha256.h"
#include "base/version.h"
#include "trade/read.h"

namespace cordon::determination {

namespace {

Error lacks(std::string_view field, const Json& at) {
    return Error{"the determination has no \"" + std::string(field) + "\"",
                 "a determination written by cordon screen --json",
                 "give the file as cordon wrote it",
                 Position{"", at.line, at.column, std::string(field)},
                 {}};
}

Result<std::string> text_at(const Json& object, std::string_view field) {
    const Json* value = object.find(field);
    if (value == nullptr || value->kind != Json::Kind::Text) return lacks(field, object);
    return value->text;
}

Result<std::optional<Date>> day_at(const Json& object, std::string_view field) {
    const Json* value = object.find(field);
    if (value == nullptr) return lacks(field, object);
    if (value->is_null()) return std::optional<Date>{};
    return std::optional<Date>{TRY(Date::from_iso(value->text))};
}

Result<std::size_t> count_at(const Json& object, std::string_view field) {
    const Json* value = object.find(field);
    if (value == nullptr || value->kind != Json::Kind::Number) return lacks(field, object);
    std::size_t count = 0;
    const char* end = value->text.data() + value->text.size();
    const auto read = std::from_chars(value->text.data(), end, count);
    if (read.ec != std::errc() || read.ptr != end) return lacks(field, object);
    return count;
}

bool flag_at(const Json& object, std::string_view field) {
    const Json* value = object.find(field);
    return value != nullptr && value->boolean;
}

/// The stored document without its receipt: what the digest covers.
Json without_receipt(const Json& stored) {
    Json json = Json::object();
    for (const auto& [key, value] : stored.members) {
        if (key != "receipt") json.add(key, value);
    }
    return json;
}

void compare(const Json& before, const Json& after, const std::string& path,
             std::vector<std::string>& differences) {
    constexpr std::size_t kShown = 10;
    if (differences.size() >= kShown || write_json(before) == write_json(after)) return;
    if (before.kind == Json::Kind::Object && after.kind == Json::Kind::Object) {
        for (const auto& [key, value] : before.members) {
            const Json* other = after.find(key);
            std::string here = path;
            if (!here.empty()) here += '.';
            here += key;
            if (other == nullptr) {
                differences.push_back(here + ": gone");
            } else {
                compare(value, *other, here, differences);
            }
        }
        return;
    }
    if (before.kind == Json::Kind::Array && after.kind == Json::Kind::Array &&
        before.items.size() == after.items.size()) {
        for (std::size_t i = 0; i < before.items.size(); ++i) {
            compare(before.items[i], after.items[i], path + "[" + std::to_string(i) + "]",
                    differences);
        }
        return;
    }
    differences.push_back(path + ": was " + write_json(before).substr(0, 200) + ", now " +
                          write_json(after).substr(0, 200));
}

}  // namespace

Result<ReceiptRead> read_receipt(const Json& stored) {
    const Json* receipt = stored.find("receipt");
    if (receipt == nullptr) return lacks("receipt", stored);
    const Json* clocks = receipt->find("clocks");
    if (clocks == nullptr) return lacks("receipt.clocks", *receipt);
    ReceiptRead read;
    read.engine = TRY(text_at(*receipt, "engine"));
    read.rules = TRY(text_at(*receipt, "rules"));
    read.catalogue = TRY(text_at(*receipt, "catalogue"));
    read.lists = TRY(text_at(*receipt, "lists"));
    read.links = TRY(text_at(*receipt, "links"));
    read.profile = TRY(text_at(*receipt, "profile_hash"));
    const Json* reviews = receipt->find("reviews");
    if (reviews == nullptr) return lacks("receipt.reviews", *receipt);
    read.reviews = TRY(text_at(*reviews, "hash"));
    read.clocks.reviews = TRY(count_at(*reviews, "count"));
    read.digest = TRY(text_at(*receipt, "digest"));
    read.clocks.law = TRY(day_at(*clocks, "law"));
    read.clocks.lists = TRY(day_at(*clocks, "lists"));
    read.clocks.known = TRY(day_at(*clocks, "known"));
    const std::string reading = TRY(text_at(*receipt, "reading"));
    read.clocks.reading =
        reading == "as_codified" ? law::Reading::AsCodified : law::Reading::AsEnforced;
    read.options.counterfactuals = flag_at(*receipt, "counterfactuals");
    read.options.failed_conditions = flag_at(*receipt, "failed_conditions");
    return read;
}

Result<Replay> replay(const Engine& engine, const Json& stored, Desk& desk) {
    const ReceiptRead receipt = TRY(read_receipt(stored));
    const Json* input = stored.find("input");
    if (input == nullptr) return lacks("input", stored);

    Replay result;
    const auto need = [&](std::string_view what, const std::string& recorded,
                          std::string_view here) {
        if (recorded == here) return;
        result.gone.push_back(std::string(what) + " " + recorded + " (here: " + std::string(here) +
                              ")");
    };
    need("engine", receipt.engine, kVersion);
    need("rules", receipt.rules, engine.law().hash());
    need("catalogue", receipt.catalogue, engine.catalogue().hash());
    need("lists", receipt.lists, engine.snapshot().hash());
    need("links", receipt.links, engine.links_hash());
    need("profile", receipt.profile, engine.profile().hash());
    need("reviewers' decisions", receipt.reviews, engine.reviews().hash(*receipt.clocks.reviews));
    result.altered = sha256_hex(write_json(without_receipt(stored))) != receipt.digest;
    if (!result.gone.empty()) return result;

    trade::ReadOptions options;
    options.known_as_of = receipt.clocks.known;
    auto transaction = TRY(trade::transaction_from_json(*input, engine.law().schema(), options));
    // An order without a number was named after its place in a file, which is not part of the
    // input.
    transaction.id = TRY(text_at(stored, "transaction"));
    const Json again = report(engine, transaction, receipt.clocks, receipt.options, desk);
    result.identical = write_json(again) == write_json(stored);
    if (!result.identical) compare(stored, again, "", result.differences);
    return result;
}

}  // namespace cordon::determination
