// SPDX-License-Identifier: Apache-2.0
#include "sheets/archive.h"

#include <fmt/core.h>
#include <zip.h>

#include <array>

namespace cordon::sheets {

struct Archive::State {
    std::string bytes;
    std::string path;
    SheetLimits limits;
    zip_t* zip = nullptr;
    std::uint64_t unpacked = 0;  ///< of all entries read so far

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (zip != nullptr) zip_discard(zip);
    }
    [[nodiscard]] Error refused(std::string what, std::string remedy) const {
        return {std::move(what),
                "a workbook (.xlsx) within the limits",
                std::move(remedy),
                {path, 0, 0, ""},
                {}};
    }
};

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string bytes, const std::string& path,
                              const SheetLimits& limits) {
    auto state = std::make_unique<State>();
    state->bytes = std::move(bytes);
    state->path = path;
    state->limits = limits;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source =
        zip_source_buffer_create(state->bytes.data(), state->bytes.size(), 0, &error);
    if (source != nullptr) {
        state->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (state->zip == nullptr) zip_source_free(source);
    }
    zip_error_fini(&error);
    if (state->zip == nullptr) {
        return state->refused("the workbook cannot be opened: it is no whole zip archive",
                              "open it in the program that made it and save it again");
    }
    const auto entries = zip_get_num_entries(state->zip, 0);
    if (entries < 0 || static_cast<std::uint64_t>(entries) > limits.entries_max) {
        return state->refused(
            fmt::format("the workbook holds {} parts, more than {}", entries, limits.entries_max),
            "save the sheet alone in a new workbook");
    }
    return Archive(std::move(state));
}

bool Archive::has(const std::string& name) const {
    return zip_name_locate(state_->zip, name.c_str(), 0) >= 0;
}

Result<std::string> Archive::read(const std::string& name) {
    State& s = *state_;
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(s.zip, name.c_str(), 0, &stat) != 0) {
        return s.refused("the workbook has no part \"" + name + "\"",
                         "open it in the program that made it and save it again");
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return s.refused("the workbook is encrypted", "save it without a password");
    }
    std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(s.zip, name.c_str(), 0),
                                                           zip_fclose);
    if (!file) {
        return s.refused("the part \"" + name + "\" of the workbook cannot be read",
                         "open it in the program that made it and save it again");
    }
    constexpr std::uint64_t kFreely = 1'000'000;  // A small part may be as repetitive as it likes.
    std::string text;
    std::array<char, 1U << 16U> piece{};
    for (;;) {
        const auto count = zip_fread(file.get(), piece.data(), piece.size());
        if (count == 0) return text;
        if (count < 0) {
            return s.refused("the part \"" + name + "\" of the workbook is damaged",
                             "open it in the program that made it and save it again");
        }
        text.append(piece.data(), static_cast<std::size_t>(count));
        s.unpacked += static_cast<std::uint64_t>(count);
        const bool swollen =
            text.size() > kFreely && text.size() / s.limits.ratio_max > stat.comp_size;
        if (swollen || s.unpacked > s.limits.unpacked_bytes_max) {
            return s.refused(
                fmt::format("the part \"{}\" unpacks to more than {}", name,
                            swollen ? fmt::format("{} times its size", s.limits.ratio_max)
                                    : fmt::format("{} bytes", s.limits.unpacked_bytes_max)),
                "if the file is honest, save the sheet as CSV");
        }
    }
}

}  // namespace cordon::sheets
