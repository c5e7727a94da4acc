// SPDX-License-Identifier: Apache-2.0
#include "lists/xml_reader.h"

#include <gtest/gtest.h>

namespace cordon::lists {
namespace {

/// Reads everything there is; the error, or "".
std::string failure_of(std::string_view text, const ImportLimits& limits = {}) {
    const auto source = source_over(text);
    XmlReader reader(*source, "x.xml", limits);
    while (true) {
        const auto more = reader.next();
        if (!more) return more.error().to_text();
        if (!*more) return "";
        const auto node = reader.take();
        if (!node) return node.error().to_text();
    }
}

TEST(XmlReader, GivesRecordsOneAfterTheOther) {
    const auto source = source_over(
        "<?xml version='1.0'?><!-- a list --><l:list xmlns:l='u' day='2026-01-02'>\n"
        "<row n=' 1 '>A &amp; <b>B</b><c/></row>\n<row><![CDATA[x < y]]> &#20013;</row></l:list>");
    XmlReader reader(*source, "x.xml", {});
    ASSERT_TRUE(MUST(reader.next()));
    EXPECT_EQ(reader.name(), "list");
    EXPECT_EQ(reader.attribute("day"), "2026-01-02");
    ASSERT_TRUE(MUST(reader.next()));
    const auto first = MUST(reader.take());
    EXPECT_EQ(first.attribute("n"), "1");
    EXPECT_EQ(first.all_text(), "A & B");
    EXPECT_EQ(first.text_of("b"), "B");
    EXPECT_EQ(first.line, 2U);
    ASSERT_TRUE(MUST(reader.next()));
    EXPECT_EQ(MUST(reader.take()).all_text(), "x < y 中");
    EXPECT_FALSE(MUST(reader.next()));
}

TEST(XmlReader, ADocumentTypeIsRefusedBeforeAnythingOfItIsFollowed) {
    const std::string bomb =
        "<?xml version='1.0'?>\n<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
        "<!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><l><row>&c;</row></l>";
    EXPECT_NE(failure_of(bomb).find("<!DOCTYPE"), std::string::npos);
    EXPECT_NE(failure_of("<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>").find("<!DOCTYPE"),
              std::string::npos);
    EXPECT_NE(failure_of("<!-- x --><?p?>  <!DOCTYPE l><l/>").find("<!DOCTYPE"), std::string::npos);
    EXPECT_NE(failure_of("<l>&unknown;</l>"), "");
}

TEST(XmlReader, WhatIsNotXmlIsRefusedWithItsLine) {
    EXPECT_NE(failure_of("<l>\n<a></b></l>").find("x.xml:2"), std::string::npos)
        << failure_of("<l>\n<a></b></l>");
    EXPECT_NE(failure_of("<l><a>cut"), "");
    EXPECT_NE(failure_of(""), "");
    EXPECT_NE(failure_of("plain"), "");
    EXPECT_NE(failure_of(std::string("\xFF\xFE<\0l\0", 6)).find("UTF-16"), std::string::npos);
    EXPECT_NE(failure_of("<l>\xFF</l>"), "");
    EXPECT_NE(failure_of(std::string(70000, ' ') + "<l/>").find("65536"), std::string::npos);
}

TEST(XmlReader, DepthAndSizeOfARecordAreBounded) {
    std::string deep;
    for (int i = 0; i < 80; ++i) deep += "<a>";
    for (int i = 0; i < 80; ++i) deep += "</a>";
    EXPECT_NE(failure_of(deep).find("deeper than 64"), std::string::npos);
    ImportLimits limits;
    limits.record_bytes_max = 1000;
    std::string wide = "<l>";
    for (int i = 0; i < 100; ++i) wide += "<a b='c'/>";
    EXPECT_NE(failure_of(wide + "</l>", limits).find("1000 bytes"), std::string::npos);
    EXPECT_EQ(failure_of("<l><a b='c'/></l>", limits), "");
}

TEST(XmlReader, KnowsTheRootByTheHead) {
    EXPECT_EQ(xml_root("<?xml version=\"1.0\"?>\n<Sanctions xmlns='x'>"), "Sanctions");
    EXPECT_EQ(xml_root("\xEF\xBB\xBF<ns:export>"), "export");
    EXPECT_EQ(xml_root("{\"a\": 1}"), "");
    EXPECT_EQ(xml_root("<a/>"), "a");
}

}  // namespace
}  // namespace cordon::lists
