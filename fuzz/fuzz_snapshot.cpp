// SPDX-License-Identifier: Apache-2.0
// Any bytes as a snapshot: refused, or read to the last reference without harm. Half of the inputs
// are laid over a whole snapshot, so that the header does not stop every one of them.
#include <cstddef>
#include <cstdint>
#include <string>

#include "lists/import.h"
#include "lists/snapshot.h"

namespace {

const std::string& whole() {
    static const std::string bytes = [] {
        auto list = MUST(cordon::lists::starter_list());
        list.listings.resize(40);
        for (auto& listing : list.listings) {
            listing.weak_aliases = listing.aliases;
            listing.identifiers = {{"USCC", listing.id, "CN"}};
            listing.born = {{cordon::kFirstDate, cordon::kLastDate, true}};
            listing.birthplaces = {listing.id};
        }
        return cordon::lists::Snapshot::compile({list});
    }();
    return bytes;
}

void read_all(const std::string& bytes) {
    const auto snapshot = cordon::lists::Snapshot::from_bytes(bytes);
    if (!snapshot) return;
    for (std::uint32_t i = 0; i < snapshot->size() && i < 2000; ++i) {
        const auto listing = snapshot->listing(i);
        (void)snapshot->look_up(listing.name);
        (void)snapshot->source_of(i);
        (void)listing.holds_on(cordon::kFirstDate);
    }
    (void)snapshot->verify();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::string input(reinterpret_cast<const char*>(data + 3), size - 3);
    if (data[0] % 2 == 0) {
        read_all(input);
        return 0;
    }
    std::string bytes = whole();
    const std::size_t at = 96 + ((data[1] * 256U + data[2]) * 7U) % (bytes.size() - 96);
    for (std::size_t i = 0; i < input.size() && at + i < bytes.size(); ++i) {
        bytes[at + i] = input[i];
    }
    read_all(bytes);
    return 0;
}
