// SPDX-License-Identifier: Apache-2.0
// JSON by recursive descent, in one pass, remembering line and column of every value.
//
// A library reader is not used because none gives all three that are needed together: the place of
// every value, duplicate keys refused with both places, and numbers kept exactly as written.
// The whole text is checked to be UTF-8 first (simdjson), so strings are copied in runs.
// Tested by json_test.cpp and fuzz/fuzz_json.cpp (what is written reads back the same).
#include <fmt/format.h>

#include <unordered_map>
#include <utility>

#include "base/json.h"
#include "base/text.h"

namespace cordon {

namespace {

constexpr int kDepthMax = 64;
constexpr std::size_t kMembersSearchedByEye = 16;

struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

/// Where the keys of one object stood, to refuse the second of a name.
struct Keys {
    std::vector<Place> places;                             ///< in the order of the members
    std::unordered_map<std::string, std::size_t> by_name;  ///< only of large objects
};

class Reader {
public:
    Reader(std::string_view text, const JsonOptions& options)
        : text_(text), options_(options), line_(options.first_line) {}

    Result<Json> whole() {
        if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = counted_ = 3;
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
    /// Line and column of the next byte. Columns count characters, as editors do; the count goes on
    /// from where it was last asked, so that a text of one long line is still read in one pass.
    Place here() {
        for (; counted_ < at_; ++counted_) {
            if ((static_cast<unsigned char>(text_[counted_]) & 0xC0U) != 0x80) ++column_;
        }
        return {line_, column_};
    }
    [[nodiscard]] Position position(Place place) const {
        return {options_.file, place.line, place.column, ""};
    }
    Error wrong(std::string message, std::string expected, std::string remedy = "") {
        return Error{
            std::move(message), std::move(expected), std::move(remedy), position(here()), {}};
    }
    [[nodiscard]] std::string found() const {
        if (at_ >= text_.size()) return "the end of the text";
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte < 0x20 || byte == 0x7F) return fmt::format("a control character (0x{:02X})", byte);
        if (byte < 0x80) return fmt::format("'{}'", text_[at_]);
        // Validated above, so the whole character is there.
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        return fmt::format("'{}'", text_.substr(at_, length));
    }

    void blanks() {
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') {
                ++line_;
                column_ = 1;
                counted_ = at_ + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    Result<Json> value(int depth) {
        Json json;
        const Place place = here();
        json.line = place.line;
        json.column = place.column;
        const char c = at_ < text_.size() ? text_[at_] : '\0';
        if ((c == '{' || c == '[') && depth >= kDepthMax) {
            return wrong(fmt::format("nested deeper than {} levels", kDepthMax),
                         "a flatter document");
        }
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
        std::string remedy;
        if (at_ < text_.size() && (text_[at_] == ']' || text_[at_] == '}')) {
            remedy = "take away the comma before it, or give the value";
        } else if (text_.substr(at_, 1) == "'" || text_.substr(at_, 3) == "“") {
            remedy = "use straight double quotes";
        }
        return wrong(found() + " where a value should begin",
                     "a text in \"…\", a number, true, false, null, { or [", std::move(remedy));
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
        Keys keys;
        while (true) {
            blanks();
            const Place place = here();
            if (at_ >= text_.size() || text_[at_] != '"') return no_key(json.members.empty());
            std::string key = TRY(string());
            TRY(refuse_repeat(json, key, place, keys));
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

    Error no_key(bool first) {
        const bool closed = at_ < text_.size() && text_[at_] == '}';
        return wrong(found() + " where a key should begin", "a key in \"…\"",
                     closed && !first ? "take away the comma before it" : "");
    }

    Status refuse_repeat(const Json& json, const std::string& key, Place place, Keys& keys) {
        const std::size_t count = json.members.size();
        std::size_t first = count;
        if (count < kMembersSearchedByEye) {
            for (std::size_t i = 0; i < count && first == count; ++i) {
                if (json.members[i].first == key) first = i;
            }
        } else {
            for (std::size_t i = keys.by_name.size(); i < count; ++i) {
                keys.by_name.emplace(json.members[i].first, i);
            }
            const auto known = keys.by_name.find(key);
            if (known != keys.by_name.end()) first = known->second;
        }
        if (first == count) {
            keys.places.push_back(place);
            return std::monostate{};
        }
        return Error{fmt::format("the key \"{}\" stands twice in one object", key),
                     "each key once",
                     "remove one of the two",
                     position(place),
                     {{"first here", position(keys.places[first])}}};
    }

    Result<std::string> string() {
        const Place begin = here();
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
        return Error{"a text that never ends", "a closing quote", "", position(begin), {}};
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
    std::size_t counted_ = 0;  ///< bytes already in column_
    std::uint32_t line_;
    std::uint32_t column_ = 1;
};

/// Where the first byte that is not UTF-8 stands.
Error not_utf8(std::string_view text, const JsonOptions& options) {
    const auto fault = utf8_valid_prefix(text);
    std::uint32_t line = options.first_line;
    std::uint32_t column = 1;
    for (const char c : text.substr(0, fault)) {
        if (c == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {
            ++column;
        }
    }
    return Error{"the text is not valid UTF-8",
                 "UTF-8",
                 "save the file as UTF-8 (for example: iconv -f GB18030 -t UTF-8)",
                 {options.file, line, column, ""},
                 {}};
}

}  // namespace

Result<Json> parse_json(std::string_view text, const JsonOptions& options) {
    if (!is_valid_utf8(text)) return not_utf8(text, options);
    return Reader(text, options).whole();
}

}  // namespace cordon
