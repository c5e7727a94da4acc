// SPDX-License-Identifier: Apache-2.0
// Every way in which JSON is refused, with its words and its place.
#include <gtest/gtest.h>

#include "base/json.h"

namespace cordon {
namespace {

/// "line:column message", then " | expected", then " | remedy" where there is one.
std::string refusal(std::string_view text) {
    const auto json = parse_json(text, {.file = "t.json"});
    if (json) return "accepted";
    const Error& error = json.error();
    std::string out = std::to_string(error.position.line) + ":" +
                      std::to_string(error.position.column) + " " + error.message;
    if (error.position.file != "t.json") out += " (without its file)";
    out += " | " + error.expected;
    return error.remedy.empty() ? out : out + " | " + error.remedy;
}

constexpr const char* kValue = " | a text in \"…\", a number, true, false, null, { or [";

TEST(JsonRefusal, OfWordsThatAreNoValues) {
    const auto at = [](const std::string& place, const std::string& found) {
        return place + " " + found + " where a value should begin" + kValue;
    };
    EXPECT_EQ(refusal("NaN"), at("1:1", "'N'"));
    EXPECT_EQ(refusal("{\"a\": Infinity}"), at("1:7", "'I'"));
    EXPECT_EQ(refusal("{\"a\":\n True}"), at("2:2", "'T'"));
    EXPECT_EQ(refusal("[nul]"), at("1:2", "'n'"));
    EXPECT_EQ(refusal("[1, undefined]"), at("1:5", "'u'"));
    EXPECT_EQ(refusal("[+1]"), at("1:2", "'+'"));
    EXPECT_EQ(refusal("[.5]"), at("1:2", "'.'"));
    EXPECT_EQ(refusal("// c\n1"), at("1:1", "'/'"));
    EXPECT_EQ(refusal("[中]"), at("1:2", "'中'"));
    EXPECT_EQ(refusal("[\v1]"), at("1:2", "a control character (0x0B)"));
    EXPECT_EQ(refusal("[\x7F]"), at("1:2", "a control character (0x7F)"));
    EXPECT_EQ(refusal(std::string_view("[\0]", 3)), at("1:2", "a control character (0x00)"));
    EXPECT_EQ(refusal("{\"a\":"), at("1:6", "the end of the text"));
    EXPECT_EQ(refusal("['a']"), at("1:2", "'''") + " | use straight double quotes");
    EXPECT_EQ(refusal("[“a”]"), at("1:2", "'“'") + " | use straight double quotes");
    EXPECT_EQ(refusal("[\xEF\xBB\xBF"
                      "1]"),
              at("1:2", "'\xEF\xBB\xBF'"));
}

TEST(JsonRefusal, OfNumbersThatJsonDoesNotHave) {
    EXPECT_EQ(refusal("[ 01]"),
              "1:5 a number with leading zeros | 0 or a number that begins with 1 to 9");
    EXPECT_EQ(refusal("-00.5"),
              "1:4 a number with leading zeros | 0 or a number that begins with 1 to 9");
    EXPECT_EQ(refusal("-"), "1:2 the end of the text in a number | a digit");
    EXPECT_EQ(refusal("-Infinity"), "1:2 'I' in a number | a digit");
    EXPECT_EQ(refusal("[1.]"), "1:4 ']' after the decimal point | a digit");
    EXPECT_EQ(refusal("[1e]"), "1:4 ']' in an exponent | a digit");
    EXPECT_EQ(refusal("[1e+ 5]"), "1:5 ' ' in an exponent | a digit");
    EXPECT_EQ(refusal("[0x10]"), "1:3 'x' after an element | ',' or ']'");
    EXPECT_EQ(refusal("[1_000]"), "1:3 '_' after an element | ',' or ']'");
    EXPECT_EQ(refusal("1,5"),
              "1:2 there is more text after the end of the JSON value | the end of the text");
}

TEST(JsonRefusal, OfEscapesAndHalfCharacters) {
    const std::string escapes =
        "an unknown escape | one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX";
    const std::string half = "half of a surrogate pair | its second half, \\uDC00 to \\uDFFF";
    const std::string too_short = "a \\u escape that is too short | four hexadecimal digits";
    EXPECT_EQ(refusal(R"("\x41")"), "1:3 " + escapes);
    EXPECT_EQ(refusal(R"(["中\'"])"), "1:5 " + escapes);
    EXPECT_EQ(refusal("\"\\"), "1:3 " + escapes);
    EXPECT_EQ(refusal(R"("\u12")"), "1:6 " + too_short);
    EXPECT_EQ(refusal(R"("\u12G4")"), "1:6 " + too_short);
    EXPECT_EQ(refusal(R"("\uD800")"), "1:8 " + half);
    EXPECT_EQ(refusal(R"("\uD800\n")"), "1:8 " + half);
    EXPECT_EQ(refusal(R"("\uD800\u0041")"), "1:14 " + half);
    EXPECT_EQ(refusal(R"("\uDBFF\uDBFF")"), "1:14 " + half);
    EXPECT_EQ(refusal(R"("\uDC00")"),
              "1:8 the second half of a surrogate pair alone | its first half before it");
}

TEST(JsonRefusal, OfControlCharactersInsideTexts) {
    const std::string inside = " inside a text | an escape such as \\n, or the closing quote";
    EXPECT_EQ(refusal("{\"a\": \"x\ny\"}"), "1:9 a control character (0x0A)" + inside);
    EXPECT_EQ(refusal("\"\t\""), "1:2 a control character (0x09)" + inside);
    for (int c = 0; c < 0x20; ++c) {
        EXPECT_NE(refusal("\"" + std::string(1, static_cast<char>(c)) + "\""), "accepted") << c;
    }
    EXPECT_EQ(refusal("\"\x7F\""), "accepted");  // RFC 8259 asks for escapes below 0x20 only
}

TEST(JsonRefusal, OfBytesThatAreNotUtf8) {
    const std::string encoding =
        "the text is not valid UTF-8 | UTF-8 | save the file as UTF-8 (for example: iconv -f "
        "GB18030 -t UTF-8)";
    EXPECT_EQ(refusal("\xFF"), "1:1 " + encoding);
    EXPECT_EQ(refusal("[\n\"中\xD6\xD0\"]"), "2:3 " + encoding);
    EXPECT_EQ(refusal("\"\xED\xA0\x80\""), "1:2 " + encoding);  // a surrogate as bytes
    EXPECT_EQ(refusal("\"\xC0\x80\""), "1:2 " + encoding);      // an overlong zero
    EXPECT_EQ(refusal("\"\xE4\xB8"), "1:2 " + encoding);        // cut off
    EXPECT_EQ(refusal("\xFF\xFE[\0"), "1:1 " + encoding);       // UTF-16
}

TEST(JsonRefusal, OfWhatFollowsTheEnd) {
    const std::string more =
        "there is more text after the end of the JSON value | "
        "the end of the text";
    EXPECT_EQ(refusal("{}\n\n{}"), "3:1 " + more);
    EXPECT_EQ(refusal("[1]]"), "1:4 " + more);
    EXPECT_EQ(refusal("null,"), "1:5 " + more);
    EXPECT_EQ(refusal("{} \n\t "), "accepted");
}

TEST(JsonRefusal, OfBrokenObjectsAndArrays) {
    EXPECT_EQ(refusal("{1:2}"), "1:2 '1' where a key should begin | a key in \"…\"");
    EXPECT_EQ(refusal("{"), "1:2 the end of the text where a key should begin | a key in \"…\"");
    EXPECT_EQ(refusal("{\"a\" 1}"), "1:6 '1' after the key \"a\" | ':'");
    EXPECT_EQ(refusal("{\"a\":1"), "1:7 the end of the text after a member | ',' or '}'");
    EXPECT_EQ(refusal("{\"a\":1]"), "1:7 ']' after a member | ',' or '}'");
    EXPECT_EQ(refusal("[1 2]"), "1:4 '2' after an element | ',' or ']'");
    EXPECT_EQ(refusal("[1"), "1:3 the end of the text after an element | ',' or ']'");
    EXPECT_EQ(refusal(" \n"), "2:1 the text is empty | a JSON object or array");
    EXPECT_EQ(refusal("\xEF\xBB\xBF"), "1:1 the text is empty | a JSON object or array");
}

TEST(JsonRefusal, OfNestingThatIsTooDeepAlsoInObjects) {
    std::string text;
    for (int i = 0; i < 64; ++i) text += "{\"a\":\n";
    EXPECT_EQ(refusal(text + "[]" + std::string(64, '}')),
              "65:1 nested deeper than 64 levels | a flatter document");
    EXPECT_EQ(refusal(text + "0" + std::string(64, '}')), "accepted");
}

TEST(JsonRefusal, CountsLinesFromTheFirstOfAStream) {
    const auto json = parse_json("{\"a\":\n1,\"a\":2}", {.file = "s.ndjson", .first_line = 70});
    ASSERT_FALSE(json.has_value());
    EXPECT_EQ(json.error().to_text(),
              "s.ndjson:71:3: the key \"a\" stands twice in one object\n  expected: each key once\n"
              "  remedy: remove one of the two\n  s.ndjson:70:2: first here");
}

}  // namespace
}  // namespace cordon
