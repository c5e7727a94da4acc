// SPDX-License-Identifier: Apache-2.0
// JSON by recursive descent, in one pass, remembering line and column of every value.
//
// A library reader is not used because none gives all three that are needed together: the place of
// every value, duplicate keys refused with both places, and numbers kept exactly as written.
// The whole text is checked to be UTF-8 first (simdjson), so strings are copied in runs.
// Tested by json_test.cpp and fuzz/fuzz_json.cpp (what is written reads back the same).
#include <fmt/format.h>

#include <unordered_map>

#include "base/json.h"
#include "base/text.h"

namespace cordon {

namespace {

constexpr int kDepthMax = 64;
constexpr std::size_t kMembersSearchedByEye = 16;

class Reader {
public:
    Reader(std::string_view text, const JsonOptions& options)
        : text_(text), options_(options), line_(options.first_line) {}

    Result<Json> whole() {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = line_start_ = 3;
        blanks();
        if (at_ >= text_.size()) return wrong("the text is empty", "a JSON object or array");
        Json json = TRY(value(0));
        blanks();
        if (at_ < text_.size())
            return wrong("there is more text after the end of the JSON value",
                         "the end of the text");
        return json;
    }

private:
    [[nodiscard]] Position here() const {
        return {options_.file, line_, static_cast<std::uint32_t>(at_ - line_start_ + 1), ""};
    }
    [[nodiscard]] Error wrong(std::string message, std::string expected) const {
        return Error{std::move(message), std::move(expected), "", here(), {}};
    }
    [[nodiscard]] std::string found() const {
        if (at_ >= text_.size()) return "the end of the text";
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte < 0x20 || byte == 0x7F) return fmt::format("a control character (0x{:02X})", byte);
        if (byte < 0x80) return fmt::format("'{}'", text_[at_]);
        return "a character outside ASCII";
    }

    void blanks() {
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    Result<Json> value(int depth) {
        if (depth > kDepthMax)
            return wrong(fmt::format("nested deeper than {} levels", kDepthMax),
                         "a flatter document");
        Json json;
        json.line = line_;
        json.column = here().column;
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        if (c == '{') return object(std::move(json), depth);
        if (c == '[') return array(std::move(json), depth);
        if (c == '"') {
            json.kind = Json::Kind::Text;
            json.text = TRY(string());
            return json;
        }
        if (c == '-' || (c >= '0' && c <= '9')) return number(std::move(json));
        return word(std::move(json));
    }

    Result<Json> word(Json json) {
        const auto take = [&](std::string_view name) {
            if (text_.substr(at_, name.size()) != name) return false;
            at_ += name.size();
            return true;
        };
        if (take("null")) return json;
        json.kind = Json::Kind::Bool;
        json.boolean = true;
        if (take("true")) return json;
        json.boolean = false;
        if (take("false")) return json;
        return wrong(found() + " where a value should begin",
                     "a text in \"…\", a number, true, false, null, { or [");
    }

    bool digits() {
        const auto start = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return at_ > start;
    }

    Result<Json> number(Json json) {
        const auto start = at_;
        if (text_[at_] == '-') ++at_;
        const auto whole = at_;
        if (!digits()) return wrong(found() + " in a number", "a digit");
        if (text_[whole] == '0' && at_ - whole > 1)
            return wrong("a number with leading zeros", "0 or a number that begins with 1 to 9");
        if (at_ < text_.size() && text_[at_] == '.') {
            ++at_;
            if (!digits()) return wrong(found() + " after the decimal point", "a digit");
        }
        if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
            ++at_;
            if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
            if (!digits()) return wrong(found() + " in an exponent", "a digit");
        }
        json.kind = Json::Kind::Number;
        json.text = text_.substr(start, at_ - start);
        return json;
    }

    Result<Json> array(Json json, int depth) {
        json.kind = Json::Kind::Array;
        ++at_;
        blanks();
        if (at_ < text_.size() && text_[at_] == ']') return ++at_, json;
        while (true) {
            blanks();
            json.items.push_back(TRY(value(depth + 1)));
            blanks();
            if (at_ < text_.size() && text_[at_] == ']') return ++at_, json;
            if (at_ >= text_.size() || text_[at_] != ',')
                return wrong(found() + " after an element", "',' or ']'");
            ++at_;
        }
    }

    Result<Json> object(Json json, int depth) {
        json.kind = Json::Kind::Object;
        ++at_;
        blanks();
        if (at_ < text_.size() && text_[at_] == '}') return ++at_, json;
        std::unordered_map<std::string, Position> seen;  // only for large objects
        std::vector<Position> places;
        while (true) {
            blanks();
            const Position place = here();
            if (at_ >= text_.size() || text_[at_] != '"')
                return wrong(found() + " where a key should begin", "a key in \"…\"");
            std::string key = TRY(string());
            TRY(refuse_repeat(json, key, place, places, seen));
            places.push_back(place);
            blanks();
            if (at_ >= text_.size() || text_[at_] != ':')
                return wrong(found() + fmt::format(" after the key \"{}\"", key), "':'");
            ++at_;
            blanks();
            Json member = TRY(value(depth + 1));
            json.members.emplace_back(std::move(key), std::move(member));
            blanks();
            if (at_ < text_.size() && text_[at_] == '}') return ++at_, json;
            if (at_ >= text_.size() || text_[at_] != ',')
                return wrong(found() + " after a member", "',' or '}'");
            ++at_;
        }
    }

    Status refuse_repeat(const Json& json, const std::string& key, const Position& place,
                         const std::vector<Position>& places,
                         std::unordered_map<std::string, Position>& seen) {
        const Position* first = nullptr;
        if (json.members.size() < kMembersSearchedByEye) {
            for (std::size_t i = 0; i < json.members.size(); ++i) {
                if (json.members[i].first == key) first = &places[i];
            }
        } else {
            if (seen.empty()) {
                for (std::size_t i = 0; i < json.members.size(); ++i)
                    seen.emplace(json.members[i].first, places[i]);
            }
            const auto [known, fresh] = seen.emplace(key, place);
            if (!fresh) first = &known->second;
        }
        if (first == nullptr) return std::monostate{};
        return Error{fmt::format("the key \"{}\" stands twice in one object", key),
                     "each key once",
                     "remove one of the two",
                     place,
                     {{"first here", *first}}};
    }

    Result<std::string> string() {
        const Position begin = here();
        std::string out;
        ++at_;
        while (at_ < text_.size()) {
            const auto run = at_;
            while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
                   static_cast<unsigned char>(text_[at_]) >= 0x20) {
                ++at_;
            }
            out += text_.substr(run, at_ - run);
            if (at_ >= text_.size()) break;
            if (text_[at_] == '"') return ++at_, out;
            if (text_[at_] != '\\')
                return wrong(found() + " inside a text",
                             "an escape such as \\n, or the closing quote");
            TRY(escape(out));
        }
        return Error{"a text that never ends", "a closing quote", "", begin, {}};
    }

    Status escape(std::string& out) {
        static constexpr std::string_view kFrom = "\"\\/bfnrt", kTo = "\"\\/\b\f\n\r\t";
        ++at_;
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        if (const auto known = kFrom.find(c); known != std::string_view::npos && c != '\0') {
            out += kTo[known];
            ++at_;
            return std::monostate{};
        }
        if (c != 'u')
            return wrong("an unknown escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        std::uint32_t point = TRY(four_hex());
        if (point >= 0xD800 && point < 0xDC00) {
            if (text_.substr(at_, 2) != "\\u")
                return wrong("half of a surrogate pair", "its second half, \\uDC00 to \\uDFFF");
            ++at_;
            const std::uint32_t low = TRY(four_hex());
            if (low < 0xDC00 || low > 0xDFFF)
                return wrong("half of a surrogate pair", "its second half, \\uDC00 to \\uDFFF");
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        } else if (point >= 0xDC00 && point < 0xE000) {
            return wrong("the second half of a surrogate pair alone", "its first half before it");
        }
        append_utf8(out, point);
        return std::monostate{};
    }

    Result<std::uint32_t> four_hex() {
        ++at_;  // the u
        std::uint32_t point = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = at_ < text_.size() ? text_[at_] : '\0';
            std::uint32_t digit = 0;
            if (c >= '0' && c <= '9') {
                digit = static_cast<std::uint32_t>(c - '0');
            } else if (c >= 'a' && c <= 'f') {
                digit = static_cast<std::uint32_t>(c - 'a') + 10;
            } else if (c >= 'A' && c <= 'F') {
                digit = static_cast<std::uint32_t>(c - 'A') + 10;
            } else {
                return wrong("a \\u escape that is too short", "four hexadecimal digits");
            }
            point = point * 16 + digit;
        }
        return point;
    }

    static void append_utf8(std::string& out, std::uint32_t point) {
        const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
        if (point < 0x80) {
            byte(point);
        } else if (point < 0x800) {
            byte(0xC0 | (point >> 6)), byte(0x80 | (point & 0x3F));
        } else if (point < 0x10000) {
            byte(0xE0 | (point >> 12)), byte(0x80 | ((point >> 6) & 0x3F)),
                byte(0x80 | (point & 0x3F));
        } else {
            byte(0xF0 | (point >> 18)), byte(0x80 | ((point >> 12) & 0x3F));
            byte(0x80 | ((point >> 6) & 0x3F)), byte(0x80 | (point & 0x3F));
        }
    }

    std::string_view text_;
    const JsonOptions& options_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::uint32_t line_;
};

/// Where the first byte that is not UTF-8 stands.
Error not_utf8(std::string_view text, const JsonOptions& options) {
    const auto fault = utf8_valid_prefix(text);
    std::uint32_t line = options.first_line;
    std::size_t start = 0;
    for (std::size_t i = 0; i < fault; ++i) {
        if (text[i] == '\n') ++line, start = i + 1;
    }
    return Error{"the text is not valid UTF-8",
                 "UTF-8",
                 "save the file as UTF-8 (for example: iconv -f GB18030 -t UTF-8)",
                 {options.file, line, static_cast<std::uint32_t>(fault - start + 1), ""},
                 {}};
}

}  // namespace

Result<Json> parse_json(std::string_view text, const JsonOptions& options) {
    if (!is_valid_utf8(text)) return not_utf8(text, options);
    return Reader(text, options).whole();
}

}  // namespace cordon
