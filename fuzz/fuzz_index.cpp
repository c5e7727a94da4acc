// SPDX-License-Identifier: Apache-2.0
// Any bytes as an index of names. Damage of any kind is refused: bytes that differ from what a
// Builder wrote never become an index. Bytes that are equal are searched.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

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

void open(std::string bytes) {
    const bool same = bytes == whole();
    const auto index = Index::from_bytes(std::move(bytes), balanced().weights);
    CHECK(same || !index);
    if (!index) {
        CHECK(!index.error().message.empty() && !index.error().remedy.empty());
        return;
    }
    Searcher searcher(*index, balanced());
    (void)searcher.search(names::analysed("Sugon", names::NameKind::Unknown), 1);
}

}  // namespace

// First byte: what is done. 0: the input itself. 1: laid over a whole index. 2: a whole index cut.
// 3: the input behind a whole index.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string input(reinterpret_cast<const char*>(data + 3), size - 3);
    const std::size_t place = data[1] * 256U + data[2];
    std::string bytes = whole();
    switch (data[0] % 4) {
        case 0:
            open(input);
            return 0;
        case 1:
            // From the start of the header on: it has to stop what the checksum would not see.
            for (std::size_t i = 0; i < input.size(); ++i) {
                const std::size_t at = place % bytes.size() + i;
                if (at < bytes.size()) bytes[at] = input[i];
            }
            break;
        case 2:
            bytes.resize(place % bytes.size());
            break;
        default:
            bytes += input;
    }
    open(std::move(bytes));
    return 0;
}
