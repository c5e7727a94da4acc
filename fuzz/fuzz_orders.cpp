// SPDX-License-Identifier: Apache-2.0
// Any bytes as an order file. The first byte chooses the format; what comes back is a batch or an
// error with a message, never a crash, and the stream says what reading at once says.
#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/file.h"
#include "law/law.h"
#include "trade/read.h"
#include "trade/stream.h"

namespace {

using namespace cordon;

const law::Schema& schema() {
    static const law::Schema loaded = [] {
        std::vector<std::pair<std::string, std::string>> files;
        for (const law::RuleFile& file : law::Law::bundled_files()) {
            if (file.path.starts_with("facts/")) files.emplace_back(file.path, file.text);
        }
        return MUST(law::Schema::load(files));
    }();
    return loaded;
}

void stream_agrees(std::string_view text, const trade::ReadOptions& options,
                   const trade::Batch& batch) {
    std::size_t at = 0;
    trade::OrderStream stream(
        [&](char* buffer, std::size_t size) -> Result<std::size_t> {
            const std::size_t count = std::min({size, text.size() - at, std::size_t{7}});
            std::memcpy(buffer, text.data() + at, count);
            at += count;
            return count;
        },
        schema(), options);
    std::size_t good = 0;
    while (const auto next = stream.next()) good += next->transaction.has_value() ? 1 : 0;
    CHECK(good == batch.transactions.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr const char* kNames[] = {"o.json", "o.ndjson", "o.csv", "-"};
    const std::size_t name = data[0] % 4;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    trade::ReadOptions options;
    options.file = kNames[name];
    options.limits.line_bytes_max = 1 << 16;
    if (name == 2 && data[0] >= 128) {
        // Half of the tables are read through a mapping made of the first line.
        const std::size_t end = std::min(text.find('\n'), text.size());
        options.mapping_text = std::string(text.substr(0, end)) + "\ndate_format = \"d.m.yyyy\"\n";
    }
    const auto batch = trade::read_orders(text, schema(), options);
    if (!batch) {
        CHECK(!batch.error().message.empty());
        return 0;
    }
    for (const Error& error : batch->refused) CHECK(!error.message.empty());
    for (const trade::Transaction& each : batch->transactions) {
        CHECK(!each.id.empty());
        CHECK(!each.facts.items.empty() && !each.facts.parties.empty());
    }
    if (name == 1) stream_agrees(text, options, *batch);
    return 0;
}
