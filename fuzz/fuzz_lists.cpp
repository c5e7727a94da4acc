// SPDX-License-Identifier: Apache-2.0
// Any bytes as a list or a printed text. The first byte chooses the reader.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lists/bundled.h"
#include "lists/federal_register.h"
#include "lists/import.h"
#include "lists/list_file.h"
#include "lists/printed_date.h"
#include "lists/snapshot.h"

namespace {

using namespace cordon::lists;

void compile(const cordon::Result<Imported>& imported) {
    if (!imported) return;
    const auto bytes = Snapshot::compile({imported->file});
    const auto snapshot = Snapshot::from_bytes(bytes);
    CHECK(snapshot.has_value() && snapshot->verify().has_value());
    CHECK(snapshot->size() == imported->file.listings.size());
    for (std::uint32_t i = 0; i < snapshot->size(); ++i) {
        const auto name = snapshot->listing(i).name;
        CHECK(name_key(name).empty() == name.empty());
        CHECK(snapshot->look_up(name).empty() == name.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    switch (data[0] % 6) {
        case 0:
            compile(import_csl_json(text, "fuzz"));
            break;
        case 1:
            compile(import_csl_csv(text, "fuzz"));
            break;
        case 2:
            compile(import_any(text, "fuzz"));
            break;
        case 3: {
            // Through a mapping that would not have been chosen for these bytes.
            if (text.empty()) break;
            const auto mappings = bundled_mappings();
            const auto& mapping = mappings[static_cast<unsigned char>(text[0]) % mappings.size()];
            compile(import_mapped(text.substr(1), "fuzz", mapping.bytes, "mapping"));
            break;
        }
        case 4:
            (void)list_file_from_json(text, "fuzz");
            break;
        default:
            (void)citations_in(text);
            (void)date_within(text);
            (void)parse_requirement(text);
            (void)parse_review_policy(text);
            (void)name_key(text);
    }
    return 0;
}
