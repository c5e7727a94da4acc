// SPDX-License-Identifier: Apache-2.0
// Any bytes as a list in XML: refused, or read into listings that a snapshot gives back. The first
// byte chooses the reader, so that bytes of one publisher reach the readers of the others too.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lists/formats.h"
#include "lists/snapshot.h"
#include "lists/xml_reader.h"

namespace {

using namespace cordon::lists;

ImportLimits small() {
    ImportLimits limits;
    limits.record_bytes_max = 1 << 20;
    limits.listings_max = 2000;
    limits.kept_bytes_max = 8 << 20;
    return limits;
}

void check(const cordon::Result<std::vector<Imported>>& imported) {
    if (!imported) return;
    for (const auto& one : *imported) {
        const auto bytes = Snapshot::compile({one.file});
        const auto snapshot = Snapshot::from_bytes(bytes);
        CHECK(snapshot.has_value() && snapshot->verify().has_value());
        CHECK(snapshot->size() == one.file.listings.size());
        for (std::uint32_t i = 0; i < snapshot->size(); ++i) {
            const auto listing = snapshot->listing(i);
            CHECK(!listing.name.empty() && !listing.list.empty() && !listing.id.empty());
            for (const auto& born : listing.born) CHECK(born.first <= born.last);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto source = source_over(text);
    switch (data[0] % 7) {
        case 0:
            check(read_ecfr(*source, "fuzz", small()));
            break;
        case 1:
            check(read_ofac_advanced(*source, "fuzz", small()));
            break;
        case 2:
            check(read_ofac_xml(*source, "fuzz", small()));
            break;
        case 3:
            check(read_un(*source, "fuzz", small()));
            break;
        case 4:
            check(read_eu(*source, "fuzz", small()));
            break;
        case 5:
            check(read_uk_xml(*source, "fuzz", small()));
            break;
        default: {
            XmlReader reader(*source, "fuzz", small());
            while (true) {
                const auto more = reader.next();
                if (!more || !*more || !reader.take()) break;
            }
        }
    }
    return 0;
}
