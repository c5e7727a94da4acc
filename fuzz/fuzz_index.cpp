// SPDX-License-Identifier: Apache-2.0
// Any bytes as an index of names. Damage of any kind is refused: bytes that differ from what a
// Builder wrote never become an index. A header that differs and is sealed anew, so that only what
// stands behind the checksum can stop it, is refused or leads to the very same answers.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "screening/index_layout.h"
#include "screening/search.h"

namespace {

using namespace cordon;
using namespace cordon::screening;

const Profile& balanced() {
    static const Profile profile = MUST(screening::profile("balanced"));
    return profile;
}

const std::string& whole() {
    static const std::string bytes = [] {
        Index::Builder builder(balanced().weights);
        std::uint32_t listing = 0;
        for (const char* name :
             {"Sugon Information Industry Co., Ltd.", "曙光信息产业股份有限公司", "Hua Wei Device",
              "13th Research Institute of CETC", "Mohammad Ali Hosseini", "11420 CORP"}) {
            builder.add({listing++, 0}, names::analysed(name, names::NameKind::Unknown));
        }
        return builder.finish();
    }();
    return bytes;
}

std::vector<Hit> answers(const Index& index) {
    Searcher searcher(index, balanced());
    std::vector<Hit> all;
    for (const char* name : {"Sugon", "曙光信息", "Institute of CETC 13", "Ali Hoseini"}) {
        const auto hits = searcher.search(names::analysed(name, names::NameKind::Unknown), 1);
        all.insert(all.end(), hits.begin(), hits.end());
    }
    return all;
}

/// Gives whether it was opened.
bool open(std::string bytes) {
    const auto index = Index::from_bytes(std::move(bytes), balanced().weights);
    if (!index) {
        CHECK(!index.error().message.empty() && !index.error().remedy.empty());
        return false;
    }
    static const auto expected = answers(MUST(Index::from_bytes(whole(), balanced().weights)));
    CHECK(answers(*index) == expected);
    return true;
}

void lay(std::string_view input, std::size_t at, std::size_t end, std::string& bytes) {
    for (std::size_t i = 0; i < input.size() && at + i < end; ++i) bytes[at + i] = input[i];
}

void seal(std::string& bytes) {
    const std::uint64_t checksum = checksum_of(bytes);
    std::memcpy(bytes.data() + offsetof(format::Header, checksum), &checksum, sizeof checksum);
}

}  // namespace

// First byte: what is done. 0: the input itself. 1: laid over a whole index. 2: a whole index cut.
// 3: the input behind a whole index. 4: laid over the header of one, which is then sealed anew.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string input(reinterpret_cast<const char*>(data + 3), size - 3);
    const std::size_t place = data[1] * 256U + data[2];
    std::string bytes = whole();
    switch (data[0] % 5) {
        case 0:
            bytes = input;
            break;
        case 1:
            // From the start of the header on: it has to stop what the checksum would not see.
            lay(input, place % bytes.size(), bytes.size(), bytes);
            break;
        case 2:
            bytes.resize(place % bytes.size());
            break;
        case 3:
            bytes += input;
            break;
        default:
            lay(input, place % sizeof(format::Header), sizeof(format::Header), bytes);
            seal(bytes);
            open(std::move(bytes));
            return 0;
    }
    const bool same = bytes == whole();
    CHECK(open(std::move(bytes)) == same);
    return 0;
}
