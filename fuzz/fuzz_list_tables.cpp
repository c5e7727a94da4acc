// SPDX-License-Identifier: Apache-2.0
// Any bytes as the tables of OFAC and the UK, as lines of OpenSanctions, as a cell of the Entity
// List, as a birth, as remarks. The first byte chooses.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lists/born.h"
#include "lists/entity_cell.h"
#include "lists/formats.h"
#include "lists/ofac_names.h"
#include "lists/snapshot.h"

namespace {

using namespace cordon::lists;

void check(const cordon::Result<std::vector<Imported>>& imported) {
    if (!imported) return;
    for (const auto& one : *imported) {
        const auto snapshot = Snapshot::from_bytes(Snapshot::compile({one.file}));
        CHECK(snapshot.has_value() && snapshot->verify().has_value());
        CHECK(snapshot->size() == one.file.listings.size());
    }
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines{""};
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    switch (data[0] % 6) {
        case 0: {
            // The four tables, divided by a form feed.
            OfacTables tables;
            tables.path = "fuzz.csv";
            auto rest = text;
            for (auto* table :
                 {&tables.main, &tables.aliases, &tables.addresses, &tables.comments}) {
                const auto end = rest.find('\f');
                *table = std::string(rest.substr(0, end));
                rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
            }
            check(read_ofac_csv(tables, {}));
            break;
        }
        case 1:
            check(read_uk_csv(text, "fuzz", {}));
            break;
        case 2: {
            const auto source = source_over(text);
            check(read_open_sanctions(*source, "fuzz", {}));
            break;
        }
        case 3: {
            const auto cell = parse_entity_cell(lines_of(text));
            for (const auto& party : cell.inside) CHECK(!party.name.empty());
            CHECK(end_of_name(text) <= text.size());
            break;
        }
        case 4: {
            const auto born = born_of(text);
            CHECK(!born || born->first <= born->last);
            break;
        }
        default: {
            Collector collector({"fuzz", "fuzz"}, "fuzz", {});
            Listing listing;
            listing.name = "x";
            listing.list = "sdn";
            read_ofac_remarks(text, listing, collector);
            (void)is_ofac_csv(text);
            (void)is_uk_csv(text);
        }
    }
    return 0;
}
