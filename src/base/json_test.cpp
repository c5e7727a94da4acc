// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cordon {
namespace {

Json read(std::string_view text) {
    return MUST(parse_json(text, {.file = "t.json"}));
}
std::string fault(std::string_view text) {
    const auto json = parse_json(text, {.file = "t.json"});
    return json ? "accepted" : json.error().to_text();
}
std::string at(const Json& json) {
    return std::to_string(json.line) + ":" + std::to_string(json.column);
}

TEST(Json, KnowsWhereEveryValueStood) {
    const Json json = read("\xEF\xBB\xBF{ \"a\": 1,\r\n  \"中文\": [true,\n null , \"x\"]\n}");
    EXPECT_EQ(at(json), "1:1");
    EXPECT_EQ(at(*json.find("a")), "1:8");
    const Json& list = *json.find("中文");
    EXPECT_EQ(at(list), "2:9");  // characters, not bytes
    EXPECT_EQ(at(list.items[0]), "2:10");
    EXPECT_EQ(at(list.items[1]), "3:2");
    EXPECT_EQ(at(list.items[2]), "3:9");
    EXPECT_EQ(json.find("b"), nullptr);
    EXPECT_EQ(MUST(parse_json("[1]", {.file = "", .first_line = 40})).items[0].line, 40U);
}

TEST(Json, KeepsNumbersAsWritten) {
    const Json json = read("[1e26, -0.50, 123456789012345678901234567890, 0, 1E+5]");
    const auto text = [&json](std::size_t i) { return json.items[i].text; };
    EXPECT_EQ(text(0), "1e26");
    EXPECT_EQ(text(1), "-0.50");
    EXPECT_EQ(text(2), "123456789012345678901234567890");
    EXPECT_EQ(text(3), "0");
    EXPECT_EQ(text(4), "1E+5");
}

TEST(Json, ReadsEscapes) {
    EXPECT_EQ(read(R"("\"\\\/\b\f\n\r\t")").text, "\"\\/\b\f\n\r\t");
    EXPECT_EQ(read(R"("\u0041\u00e9\u4E2d\uD83D\uDE00")").text, "Aé中😀");
    EXPECT_EQ(read(R"("\u0000")").text, std::string(1, '\0'));
}

TEST(Json, SaysWhatIsWrongAndWhere) {
    EXPECT_EQ(fault("{\"a\": 1\n \"b\": 2}"),
              "t.json:2:2: '\"' after a member\n  expected: ',' or '}'");
    EXPECT_EQ(fault("{\"a\": 1,}"),
              "t.json:1:9: '}' where a key should begin\n  expected: a key in \"…\"\n"
              "  remedy: take away the comma before it");
    EXPECT_EQ(fault("[1,]"),
              "t.json:1:4: ']' where a value should begin\n  expected: a text in \"…\", a number, "
              "true, false, null, { or [\n  remedy: take away the comma before it, or give the "
              "value");
    EXPECT_EQ(fault("{“a”: 1}"),
              "t.json:1:2: '“' where a key should begin\n  expected: a key in \"…\"");
    EXPECT_EQ(fault(""), "t.json:1:1: the text is empty\n  expected: a JSON object or array");
    EXPECT_EQ(fault("{} x"),
              "t.json:1:4: there is more text after the end of the JSON value\n"
              "  expected: the end of the text");
    EXPECT_EQ(fault("[\n \"ab"), "t.json:2:2: a text that never ends\n  expected: a closing quote");
    EXPECT_EQ(fault("[\"中\xFF\"]"),
              "t.json:1:4: the text is not valid UTF-8\n  expected: UTF-8\n  remedy: save the file "
              "as UTF-8 (for example: iconv -f GB18030 -t UTF-8)");
}

TEST(Json, RefusesARepeatedKeyAndShowsBothPlaces) {
    EXPECT_EQ(fault("{\"a\": 1,\n \"b\": 2,\n  \"a\": 3}"),
              "t.json:3:3: the key \"a\" stands twice in one object\n  expected: each key once\n"
              "  remedy: remove one of the two\n  t.json:1:2: first here");
    // The same key written with an escape is the same key.
    EXPECT_NE(fault(R"({"a": 1, "\u0061": 2})"), "accepted");
    EXPECT_EQ(fault(R"({"a": 1, "b": {"a": 2}})"), "accepted");
}

TEST(Json, RefusesARepeatedKeyInObjectsOfEverySize) {
    for (int size = 1; size <= 40; ++size) {
        for (int repeated = 0; repeated < size; ++repeated) {
            std::string text = "{";
            for (int i = 0; i < size; ++i) text += "\"k" + std::to_string(i) + "\":\n0,";
            const std::string twice = text + "\"k" + std::to_string(repeated) + "\":0}";
            const auto json = parse_json(twice, {});
            ASSERT_FALSE(json.has_value()) << size << " " << repeated;
            ASSERT_EQ(json.error().related.at(0).position.line,
                      static_cast<std::uint32_t>(repeated + 1));
            ASSERT_EQ(fault(text + "\"other\":0}"), "accepted");
        }
    }
}

TEST(Json, RefusesWhatJsonDoesNotHave) {
    for (const auto* text :
         {"NaN",      "Infinity", "-Infinity", "nul",         "True",        "'a'",
          "01",       "-",        "1.",        ".5",          "1e",          "+1",
          "0x10",     "[1 2]",    "{1:2}",     "{\"a\" 1}",   "{\"a\":}",    "[",
          "{",        "\"\\x\"",  "\"\\u12\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"",
          "\"a\nb\"", "\"\t\"",   "// c\n1",   "[1]]",        "{\"a\":1}{}", "\xEF\xBB\xBF",
          "1_000",    "\v1"}) {
        EXPECT_NE(fault(text), "accepted") << text;
    }
}

TEST(Json, NestsSixtyFourDeepAndNoDeeper) {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_EQ(fault(nested(64)), "accepted");
    EXPECT_EQ(fault(std::string(64, '[') + "1" + std::string(64, ']')), "accepted");
    EXPECT_EQ(fault(nested(65)),
              "t.json:1:65: nested deeper than 64 levels\n  expected: a flatter document");
    EXPECT_NE(fault(std::string(1'000'000, '[')), "accepted");
}

TEST(Json, OneLongLineIsReadInLinearTime) {
    // Columns counted from the start of the line each time would take minutes here.
    std::string text = "[";
    for (int i = 0; i < 300'000; ++i) text += "\"中\",";
    text += "1]";
    const auto json = read(text);
    EXPECT_EQ(json.items.back().column, 300'000U * 4 + 2);
}

TEST(Json, WritesOneCanonicalForm) {
    const Json json =
        read("{ \"b\" : [ 1.0 , true, null, {} , [] ], \"a\": \"x\\u0001\\n\\/é\\u007f\" }");
    EXPECT_EQ(write_json(json), "{\"b\":[1.0,true,null,{},[]],\"a\":\"x\\u0001\\n/é\x7F\"}");
    EXPECT_EQ(write_json_indented(json),
              "{\n  \"b\": [\n    1.0,\n    true,\n    null,\n    {},\n    []\n  ],\n"
              "  \"a\": \"x\\u0001\\n/é\x7F\"\n}");
    EXPECT_EQ(write_json(sorted_keys(read(R"([{"b":{"d":1,"c":2},"a":3}])"))),
              R"([{"a":3,"b":{"c":2,"d":1}}])");
}

TEST(Json, IsBuiltByHandToo) {
    Json json = Json::object();
    json.add("text", Json::of_text("é")).add("yes", Json::of_bool(true));
    json.add("n", Json::of_number(std::int64_t{-5}));
    Json list = Json::array();
    list.push(Json::of_number("1e26")).push(Json());
    json.add("list", list);
    EXPECT_EQ(write_json(json), R"({"text":"é","yes":true,"n":-5,"list":[1e26,null]})");
    EXPECT_TRUE(list.items[1].is_null());
}

Json any_json(int depth) {
    const auto any_text = [] {
        return *rc::gen::container<std::string>(rc::gen::oneOf(
            rc::gen::inRange<char>(0, 127), rc::gen::element<char>('"', '\\', '\n', 'u')));
    };
    switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
        case 0:
            return Json();
        case 1:
            return Json::of_bool(*rc::gen::arbitrary<bool>());
        case 2:
            return Json::of_number(*rc::gen::arbitrary<std::int64_t>());
        case 3:
            return Json::of_text(any_text());
        case 4: {
            Json list = Json::array();
            for (int n = *rc::gen::inRange(0, 4); n > 0; --n) list.push(any_json(depth - 1));
            return list;
        }
        default: {
            Json object = Json::object();
            for (int n = *rc::gen::inRange(0, 20); n > 0; --n) {
                const std::string key = any_text();
                if (object.find(key) == nullptr) object.add(key, any_json(depth - 1));
            }
            return object;
        }
    }
}

RC_GTEST_PROP(Json, WhatIsWrittenReadsBackTheSame, ()) {
    const Json json = any_json(3);
    const std::string text = write_json(json);
    RC_ASSERT(write_json(read(text)) == text);
    RC_ASSERT(write_json(read(write_json_indented(json))) == text);
    const std::string sorted = write_json(sorted_keys(json));
    RC_ASSERT(write_json(sorted_keys(read(sorted))) == sorted);
}

}  // namespace
}  // namespace cordon
