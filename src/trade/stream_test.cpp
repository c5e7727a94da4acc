// SPDX-License-Identifier: Apache-2.0
#include "trade/stream.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>

#include "trade/testing.h"

namespace cordon::trade {
namespace {

using namespace testing;

/// A source that hands out a text in pieces of at most `piece` bytes.
ByteSource pieces_of(std::string text, std::size_t piece) {
    auto rest = std::make_shared<std::string>(std::move(text));
    return [rest, piece](char* buffer, std::size_t size) -> Result<std::size_t> {
        const std::size_t count = std::min({piece, size, rest->size()});
        std::copy_n(rest->begin(), count, buffer);
        rest->erase(0, count);
        return count;
    };
}

std::string told(const std::optional<Transaction>& transaction, const std::vector<Error>& errors) {
    std::string text = transaction ? transaction->id + "\n" : "";
    for (const Error& error : errors) text += error.to_text() + "\n";
    return text;
}

std::string streamed(const std::string& text, std::size_t piece, const ReadOptions& options) {
    OrderStream stream(pieces_of(text, piece), schema(), options);
    std::string good;
    std::string bad;
    while (auto next = stream.next()) {
        (next->transaction ? good : bad) += told(next->transaction, next->errors);
    }
    return good + bad;
}

std::string at_once(const std::string& text, const ReadOptions& options) {
    const Batch batch = MUST(read_orders(text, schema(), options));
    std::string all;
    for (const Transaction& each : batch.transactions) all += told(each, {});
    return all + told(std::nullopt, batch.refused);
}

template <class T>
T any_of(const std::vector<T>& choices) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::elementOf(choices));
}

RC_GTEST_PROP(OrderStream, SaysWhatReadingAtOnceSays, ()) {
    const std::vector<std::string> lines = {order_with(""),
                                            order_with(R"("id": "A")"),
                                            order_with(R"("id": "B")"),
                                            "",
                                            "{\"date\":",
                                            "{}",
                                            "  ",
                                            "[1]",
                                            std::string(600, ' ') + "{}"};
    std::string text = any_of<std::string>({"", "\xEF\xBB\xBF"});
    text += order_with(R"("id": "first")") + "\n";
    const int count = any_of<int>({0, 1, 3, 8});
    for (int i = 0; i < count; ++i) {
        text += any_of(lines);
        text += any_of<std::string>({"\n", "\r\n"});
    }
    if (any_of<int>({0, 1}) == 1) text += order_with(R"("id": "last")");
    ReadOptions options = named("o.ndjson");
    options.limits.line_bytes_max = 500;
    const auto piece = any_of<std::size_t>({1, 7, 100, 499, 500, 501, 5000});
    RC_ASSERT(streamed(text, piece, options) == at_once(text, options));
}

TEST(OrderStream, ALineOverTheLimitIsNeverKept) {
    ReadOptions options = named("big.ndjson");
    options.limits.line_bytes_max = 1000;
    // A line of 256 MB, made up as it is read.
    auto left = std::make_shared<std::size_t>(std::size_t{256} << 20U);
    auto tail = std::make_shared<std::string>("\n" + order_with(R"("id": "after")"));
    OrderStream stream(
        [left, tail](char* buffer, std::size_t size) -> Result<std::size_t> {
            if (*left > 0) {
                const std::size_t count = std::min(size, *left);
                std::fill_n(buffer, count, 'x');
                *left -= count;
                return count;
            }
            const std::size_t count = std::min(size, tail->size());
            std::copy_n(tail->begin(), count, buffer);
            tail->erase(0, count);
            return count;
        },
        schema(), options);
    const auto first = stream.next();
    ASSERT_TRUE(first.has_value());
    ASSERT_EQ(first->errors.size(), 1U);
    EXPECT_TRUE(says(first->errors[0].to_text(), "big.ndjson:1"));
    const auto second = stream.next();
    ASSERT_TRUE(second.has_value() && second->transaction.has_value());
    EXPECT_EQ(second->transaction->id, "after");
    EXPECT_FALSE(stream.next().has_value());
}

TEST(OrderStream, AFolderAndAMissingFileAreRefused) {
    const auto folder = byte_source(CORDON_SOURCE_DIR);
    ASSERT_FALSE(folder.has_value());
    EXPECT_TRUE(says(folder.error().to_text(), "is a folder"));
    const auto missing = byte_source("no/such/orders.ndjson");
    ASSERT_FALSE(missing.has_value());
    EXPECT_TRUE(says(missing.error().to_text(), "no/such/orders.ndjson"));
}

TEST(OrderStream, ASourceThatFailsIsReportedAndEnds) {
    OrderStream stream(
        [](char*, std::size_t) -> Result<std::size_t> {
            return Error{"the disk is gone", "", "", {}, {}};
        },
        schema(), named("o.ndjson"));
    const auto first = stream.next();
    ASSERT_TRUE(first.has_value());
    EXPECT_TRUE(says(first->errors.at(0).to_text(), "the disk is gone"));
    EXPECT_FALSE(stream.next().has_value());
}

}  // namespace
}  // namespace cordon::trade
