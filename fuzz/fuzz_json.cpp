// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON: refused with a place, or read to a tree whose every value stands where it says
// and which is the same again after it was written.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/text.h"

namespace {

using cordon::Json;

/// The slow twin of line and column: where each line begins, counted again from the text.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {
        starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\n') starts_.push_back(i + 1);
        }
    }

    /// The byte at a line and a column of characters, both from 1.
    [[nodiscard]] char at(std::uint32_t line, std::uint32_t column) const {
        CHECK(line >= 1 && line <= starts_.size() && column >= 1);
        std::size_t at = starts_[line - 1];
        while (column > 1) {
            ++at;
            CHECK(at < text_.size());
            if ((static_cast<unsigned char>(text_[at]) & 0xC0U) != 0x80) --column;
        }
        CHECK(at < text_.size());
        return text_[at];
    }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

void check_places(const Json& json, const Lines& lines) {
    const char first = lines.at(json.line, json.column);
    switch (json.kind) {
        case Json::Kind::Null:
            CHECK(first == 'n');
            break;
        case Json::Kind::Bool:
            CHECK(first == (json.boolean ? 't' : 'f'));
            break;
        case Json::Kind::Number:
            CHECK(first == json.text[0]);
            break;
        case Json::Kind::Text:
            CHECK(first == '"');
            CHECK(cordon::is_valid_utf8(json.text));
            break;
        case Json::Kind::Array:
            CHECK(first == '[');
            for (const Json& item : json.items) check_places(item, lines);
            break;
        case Json::Kind::Object:
            CHECK(first == '{');
            for (const auto& [key, member] : json.members) {
                CHECK(json.find(key) == &member);
                check_places(member, lines);
            }
            break;
    }
}

Json read_again(const std::string& text) {
    return MUST(cordon::parse_json(text, {.file = "again.json"}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = cordon::parse_json(text, {.file = "fuzz.json"});
    if (!json) {
        const cordon::Error& error = json.error();
        CHECK(!error.message.empty() && !error.expected.empty());
        CHECK(error.position.line >= 1 && error.position.column >= 1);
        CHECK(cordon::is_valid_utf8(error.to_text()));
        return 0;
    }
    CHECK(cordon::is_valid_utf8(text));
    // Columns of one very long line would make the twin quadratic.
    if (size <= 10'000) check_places(*json, Lines(text));
    const std::string written = write_json(*json);
    CHECK(write_json(read_again(written)) == written);
    CHECK(write_json(read_again(write_json_indented(*json))) == written);
    const std::string sorted = write_json(sorted_keys(*json));
    CHECK(write_json(sorted_keys(read_again(sorted))) == sorted);
    CHECK(sorted.size() == written.size());
    return 0;
}
