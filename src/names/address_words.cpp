// SPDX-License-Identifier: Apache-2.0
// One row a meaning, its words divided by blanks. Sorted once, at the first use.
#include "names/address_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <vector>

#include "base/country.h"
#include "names/fold.h"

namespace cordon::names {

namespace {

using What = AddressWord;

struct Row {
    AddressMeaning meaning;
    std::string_view words;
};

constexpr std::array kWords{
    Row{{What::Kind, "@addr:road"}, "road rd rds yolu weg put doroga shosse sh route rte"},
    Row{{What::Kind, "@addr:street"},
        "street st str strasse straße sk sok sokak sokagi ulitsa ul ulica calle rue via rua gatan "
        "jalan jl kucha kuche khiaban vul vulitsa vulytsia iela gatve"},
    Row{{What::Kind, "@addr:avenue"},
        "avenue ave av avenida prospekt prospect pr prosp cad cadde caddesi dadao daidao"},
    Row{{What::Kind, "@addr:boulevard"}, "boulevard blvd blv bulvar bulvari bulevar bd"},
    Row{{What::Kind, "@addr:lane"}, "lane ln alley hutong pereulok per proezd soi gali"},
    Row{{What::Kind, "@addr:highway"}, "highway hwy expressway expy motorway otoyol"},
    Row{{What::Kind, "@addr:square"}, "square sq plaza plz meydani ploshchad pl platz maidan"},
    Row{{What::Kind, "@addr:building"},
        "building bldg bld bldgs bina binasi house hse mansion korpus korp stroenie zdanie "
        "edificio edif daxia dasha"},
    Row{{What::Kind, "@addr:tower"}, "tower twr towers kule kulesi"},
    Row{{What::Kind, "@addr:centre"},
        "centre center ctr cntr cent centr merkezi zhongxin markaz centro"},
    Row{{What::Kind, "@addr:park"}, "park pk parki gardens garden gdns estate est yuanqu"},
    Row{{What::Kind, "@addr:zone"}, "zone zn zona bolgesi fz"},
    Row{{What::Kind, "@addr:box"}, "box"},
    Row{{What::Kind, "@addr:village"}, "village vill vlg koyu derevnya poselok"},
    Row{{What::Kind, "@addr:bridge"}, "bridge"},
    Row{{What::Kind, "@addr:port"}, "port harbour harbor"},
    Row{{What::Room, ""},
        "room rm rms rooms flat flt unit suite ste apt apartment apartments office off ofis daire "
        "kvartira kv komnata kom pomeshchenie pom shop oficina"},
    Row{{What::Floor, ""}, "floor floors fl flr f kat etazh et level lvl piso storey story"},
    Row{{What::Mark, ""},
        "no nos number num nr numara dom block blk wing po pobox postfach co "
        "plot lot"},
    Row{{What::Filler, ""},
        "district dist dst city town township county province prov state municipality region "
        "oblast obl gorod g rayon raion mahallesi mah mh ilcesi area subdistrict "
        "territory territories nt kln kowloon attn near opposite corner junction merkez"},
    Row{{What::Direction, "@addr:north"}, "north n northern"},
    Row{{What::Direction, "@addr:south"}, "south s southern"},
    Row{{What::Direction, "@addr:east"}, "east e eastern"},
    Row{{What::Direction, "@addr:west"}, "west w western"},
    Row{{What::Direction, "@addr:middle"}, "middle"},
};

constexpr std::array kEndings{
    Row{{What::Kind, "@addr:road"}, "lu"},
    Row{{What::Kind, "@addr:street"}, "jie dajie"},
    Row{{What::Kind, "@addr:lane"}, "xiang nong long"},
    Row{{What::Kind, "@addr:building"}, "lou"},
    Row{{What::Kind, "@addr:park"}, "yuan"},
    Row{{What::Kind, "@addr:village"}, "cun"},
    Row{{What::Floor, ""}, "ceng"},
    Row{{What::Mark, ""}, "hao dong zhuang zuo"},
    Row{{What::Filler, ""}, "shi qu sheng xian zhen xiangzhen"},
};

constexpr std::array kHanEndings{
    Row{{What::Kind, "@addr:avenue"}, "大道"},
    Row{{What::Kind, "@addr:street"}, "大街 街道 街"},
    Row{{What::Kind, "@addr:road"}, "公路 路"},
    Row{{What::Kind, "@addr:lane"}, "胡同 巷 弄 里"},
    Row{{What::Kind, "@addr:building"}, "大厦 大楼"},
    Row{{What::Kind, "@addr:square"}, "广场"},
    Row{{What::Kind, "@addr:centre"}, "中心"},
    Row{{What::Kind, "@addr:park"}, "工业园区 科技园区 产业园区 工业园 科技园 产业园 园区"},
    Row{{What::Kind, "@addr:zone"}, "开发区 高新区 保税区"},
    Row{{What::Kind, "@addr:village"}, "村"},
    Row{{What::Room, ""}, "房间 室 房"},
    Row{{What::Floor, ""}, "层 楼"},
    Row{{What::Mark, ""}, "号院 号楼 号 座 栋 幢 单元"},
    Row{{What::Filler, ""}, "自治区 自治州 特别行政区 新区 省 市 区 县 镇 乡 州"},
};

struct Entry {
    std::string_view word;
    AddressMeaning meaning;
};

template <std::size_t N>
std::vector<Entry> entries_of(const std::array<Row, N>& rows) {
    std::vector<Entry> entries;
    for (const auto& row : rows) {
        auto rest = row.words;
        while (!rest.empty()) {
            const auto end = rest.find(' ');
            entries.push_back({rest.substr(0, end), row.meaning});
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.word < b.word; });
    return entries;
}

AddressMeaning found_in(const std::vector<Entry>& entries, std::string_view word) {
    const auto at =
        std::lower_bound(entries.begin(), entries.end(), word,
                         [](const Entry& entry, std::string_view w) { return entry.word < w; });
    return at != entries.end() && at->word == word ? at->meaning : AddressMeaning{};
}

/// Names of countries, folded. Not the codes: "IN" and "DE" are words. Without those that are the
/// city as well.
const std::unordered_set<std::string>& countries() {
    static const std::unordered_set<std::string> known = [] {
        std::unordered_set<std::string> names;
        for (std::uint8_t i = 0; i < country_count(); ++i) {
            const auto country = Country::from_index(i);
            const auto code = country.code();
            if (code == "HK" || code == "MO" || code == "SG" || code == "MC" || code == "LU") {
                continue;
            }
            names.insert(folded(country.name()));
        }
        for (const std::string_view usual : {"prc",
                                             "p r c",
                                             "mainland china",
                                             "peoples republic of china",
                                             "中国",
                                             "中华人民共和国",
                                             "russia",
                                             "iran",
                                             "syria",
                                             "turkey",
                                             "turkiye",
                                             "vietnam",
                                             "viet nam",
                                             "north korea",
                                             "south korea",
                                             "korea",
                                             "dprk",
                                             "taiwan",
                                             "tanzania",
                                             "moldova",
                                             "venezuela",
                                             "bolivia",
                                             "laos",
                                             "czech republic",
                                             "usa",
                                             "u s a",
                                             "united states",
                                             "united states of america",
                                             "america",
                                             "uk",
                                             "england",
                                             "scotland",
                                             "united kingdom",
                                             "great britain",
                                             "uae",
                                             "united arab emirates",
                                             "burma",
                                             "netherlands",
                                             "the netherlands",
                                             "holland",
                                             "ivory coast",
                                             "macedonia",
                                             "palestine",
                                             "россия",
                                             "republic of korea",
                                             "islamic republic of iran"}) {
            names.emplace(usual);
        }
        return names;
    }();
    return known;
}

}  // namespace

AddressMeaning address_word(std::string_view latin) {
    static const auto entries = entries_of(kWords);
    return found_in(entries, latin);
}

AddressMeaning address_ending(std::string_view pinyin) {
    static const auto entries = entries_of(kEndings);
    return found_in(entries, pinyin);
}

HanEnding han_ending(std::string_view han) {
    static const auto entries = entries_of(kHanEndings);
    HanEnding best;
    for (const auto& entry : entries) {
        if (entry.word.size() > best.bytes && han.starts_with(entry.word)) {
            best = {entry.meaning, entry.word.size()};
        }
    }
    return best;
}

bool is_country(std::string_view phrase) {
    return countries().contains(std::string(phrase));
}

std::string without_letter_codes(std::string_view printed) {
    std::string text(printed);
    const auto kind = [&](std::size_t i) {
        if (i >= text.size()) return ' ';
        const char c = text[i];
        if (c >= '0' && c <= '9') return '9';
        if (c >= 'A' && c <= 'Z') return 'A';
        const bool other = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
        return other ? 'x' : ' ';
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (kind(i) != 'A' || (i > 0 && kind(i - 1) != ' ')) continue;
        std::size_t end = i;
        std::string shape;
        for (; end < text.size() && end < i + 8; ++end) {
            const char one = kind(end);
            if (one == ' ' && (text[end] != ' ' || shape.find(' ') != std::string::npos)) break;
            shape.push_back(one);
        }
        if (kind(end) != ' ') continue;
        const auto front = shape.substr(0, shape.find(' '));
        const auto back = shape.size() > front.size() ? shape.substr(front.size() + 1) : "";
        const bool british = back == "9AA" && front.find('9') != std::string::npos;
        if (british || (front == "A9A" && back == "9A9")) {
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(i),
                      text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
        i = end;
    }
    return text;
}

}  // namespace cordon::names
