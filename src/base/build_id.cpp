// SPDX-License-Identifier: Apache-2.0
// The loader keeps the notes of the program in memory; the first object it names is the program.
#include "base/build_id.h"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <string_view>

#include "base/sha256.h"

namespace cordon {

namespace {

constexpr std::size_t padded(std::size_t size) {
    return (size + 3U) & ~std::size_t{3};
}

/// The build id among the notes of a segment, or "".
std::string id_in(std::string_view notes) {
    while (notes.size() >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, notes.data(), sizeof(head));
        notes.remove_prefix(sizeof(head));
        const std::size_t name = padded(head.n_namesz);
        const std::size_t text = padded(head.n_descsz);
        if (name > notes.size() || text > notes.size() - name) return "";
        if (head.n_type == NT_GNU_BUILD_ID && notes.substr(0, 3) == "GNU") {
            return hex_of(notes.substr(name, head.n_descsz));
        }
        notes.remove_prefix(name + text);
    }
    return "";
}

int read_program(dl_phdr_info* info, std::size_t /*size*/, void* out) {
    for (int i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        // The loader tells places in numbers.
        // NOLINTNEXTLINE(performance-no-int-to-ptr)
        const auto* begin = reinterpret_cast<const char*>(info->dlpi_addr + segment.p_vaddr);
        auto id = id_in({begin, segment.p_memsz});
        if (!id.empty()) *static_cast<std::string*>(out) = std::move(id);
    }
    return 1;  // the program comes first, libraries do not matter
}

}  // namespace

std::string build_id() {
    static const std::string id = [] {
        std::string found;
        dl_iterate_phdr(read_program, &found);
        return found;
    }();
    return id;
}

}  // namespace cordon
