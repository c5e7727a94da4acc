// SPDX-License-Identifier: Apache-2.0
#include "items/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "base/csv.h"
#include "base/embedded.h"
#include "base/id.h"
#include "base/sha256.h"
#include "base/text.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> catalogue();
}

namespace cordon::items {
namespace {

using Columns = std::unordered_map<std::string_view, std::size_t>;

/// The cells of one row by column name; every failure names file, line and column.
class Row {
public:
    Row(const std::string& file, const Columns& columns, const CsvRow& row)
        : file_(file), columns_(columns), row_(row) {}

    [[nodiscard]] std::string text(std::string_view column) const {
        const auto at = columns_.find(column);
        if (at == columns_.end()) return {};
        const std::size_t index = at->second;
        return index < row_.cells.size() ? std::string(trimmed(row_.cells[index])) : std::string();
    }
    [[nodiscard]] std::vector<std::string> list(std::string_view column) const {
        std::vector<std::string> out;
        const std::string cell = text(column);
        for (const std::string_view piece : split(cell, ';')) {
            if (!piece.empty()) out.emplace_back(piece);
        }
        return out;
    }
    [[nodiscard]] Result<std::optional<bool>> yes_no(std::string_view column) const {
        const std::string cell = text(column);
        if (cell.empty()) return std::optional<bool>();
        if (cell == "yes" || cell == "no") return std::optional<bool>(cell == "yes");
        return wrong(column, cell, "yes, no or nothing");
    }
    [[nodiscard]] Result<std::optional<std::uint32_t>> whole(std::string_view column) const {
        const std::string cell = text(column);
        if (cell.empty()) return std::optional<std::uint32_t>();
        if (cell.size() > 6 || cell.find_first_not_of("0123456789") != std::string::npos) {
            return wrong(column, cell, "a whole number below 1,000,000");
        }
        std::uint32_t number = 0;
        for (const char c : cell) number = number * 10 + static_cast<std::uint32_t>(c - '0');
        return std::optional<std::uint32_t>(number);
    }
    /// "989.4", "1017 to 2400" (anything between), "40 or 80" (one of them).
    [[nodiscard]] Result<std::optional<Interval>> amount(std::string_view column) const {
        std::optional<Interval> out;
        for (const std::string& piece : alternatives(column)) {
            const auto value = Decimal::from_text(piece);
            if (!value)
                return wrong(column, text(column), "\"989.4\", \"1017 to 2400\" or nothing");
            const Interval point = Interval::exactly(*value);
            out = out ? out->hull(point) : point;
        }
        return out;
    }
    [[nodiscard]] std::vector<std::string> alternatives(std::string_view column) const {
        std::vector<std::string> out;
        const std::string cell = text(column);
        for (const std::string_view piece : split(cell, ' ')) {
            if (!piece.empty() && piece != "to" && piece != "or") out.emplace_back(piece);
        }
        return out;
    }
    [[nodiscard]] Error wrong(std::string_view column, const std::string& cell,
                              std::string expected) const {
        Error error;
        error.message = fmt::format("\"{}\" cannot be read", cell);
        error.expected = std::move(expected);
        error.remedy = "correct the cell; the columns are described in catalogue/README.md";
        error.position = {file_, row_.line, 0, std::string(column)};
        return error;
    }

private:
    const std::string& file_;
    const Columns& columns_;
    const CsvRow& row_;
};

struct RateColumn {
    std::string_view column, format;
};
constexpr RateColumn kRates[] = {
    {"fp64", "fp64"}, {"fp32", "fp32"}, {"tf32", "tf32"},    {"fp16_bf16", "fp16"},
    {"fp8", "fp8"},   {"int8", "int8"}, {"fp4_int4", "fp4"},
};

Result<DeviceFigures> figures_of(const Row& row) {
    DeviceFigures figures;
    for (const auto& [column, format] : kRates) {
        const auto tops = TRY(row.amount(column));
        if (!tops) continue;
        figures.operations.push_back(
            {std::string(format), *tops, bits_of_format(format).value_or(0), false});
    }
    figures.applicable_area_mm2 = TRY(row.amount("applicable_area_mm2"));
    figures.link_gbps = TRY(row.amount("link_gbps"));
    figures.pcie_gbps = TRY(row.amount("pcie_gbps"));
    figures.memory_gbps = TRY(row.amount("memory_gbps"));
    figures.memory_gb = TRY(row.amount("memory_gb"));
    figures.sram_gbps = TRY(row.amount("sram_gbps"));
    figures.memory_type = row.text("memory_type");
    figures.hbm = TRY(row.yes_no("hbm"));
    return figures;
}

std::vector<std::uint32_t> whole_gigabytes(const Row& row) {
    std::vector<std::uint32_t> out;
    for (const std::string& piece : row.alternatives("memory_gb")) {
        if (piece.size() > 5 || piece.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::uint32_t number = 0;
        for (const char c : piece) number = number * 10 + static_cast<std::uint32_t>(c - '0');
        out.push_back(number);
    }
    return out;
}

Result<Chip> chip_of(const Row& row) {
    Chip chip;
    chip.id = row.text("id");
    if (!is_id_text(chip.id)) return row.wrong("id", chip.id, "letters, digits, '.', '-', '_'");
    chip.name = row.text("name");
    if (chip.name.empty()) return row.wrong("name", chip.name, "the maker's name of the chip");
    chip.vendor = row.text("vendor");
    chip.maker_word = row.text("maker");
    chip.model_word = row.text("model");
    chip.launch_date = row.text("launch_date");
    chip.aliases = row.list("aliases");
    chip.part_numbers = row.list("part_numbers");
    chip.architecture = row.text("architecture");
    chip.form_factors = row.list("form_factor");
    chip.memory_options_gb = whole_gigabytes(row);
    chip.ics_per_board = TRY(row.whole("ics_per_board")).value_or(1);
    chip.datacenter = TRY(row.yes_no("datacenter"));
    chip.datacenter_reason = row.text("datacenter_reason");
    chip.process = row.text("process");
    chip.nonplanar = TRY(row.yes_no("nonplanar"));
    chip.die_note = row.text("die_note");
    chip.figures = TRY(figures_of(row));
    chip.vendor_tpp = TRY(row.amount("vendor_tpp"));
    chip.vendor_eccn = row.text("vendor_eccn");
    chip.vendor_statement = row.text("vendor_statement");
    chip.vendor_statement_url = row.text("vendor_statement_url");
    chip.designer_headquarters = row.text("designer_headquarters");
    chip.designer_ultimate_parent = row.text("designer_ultimate_parent");
    chip.quality = row.text("quality");
    chip.sources = row.text("sources");
    chip.doubts = row.text("doubts");
    return chip;
}

Result<System> system_of(const Row& row) {
    System system;
    system.id = row.text("id");
    if (!is_id_text(system.id)) return row.wrong("id", system.id, "letters, digits, '.', '-', '_'");
    system.name = row.text("name");
    if (system.name.empty())
        return row.wrong("name", system.name, "the maker's name of the system");
    system.vendor = row.text("vendor");
    system.vendor_headquarters = row.text("vendor_headquarters");
    system.type = row.text("type");
    system.form_factor = row.text("form_factor");
    system.accelerator = row.text("accelerator");
    system.aliases = row.list("aliases");
    system.part_numbers = row.list("part_numbers");
    system.chip_id = row.text("chip_id");
    system.count = TRY(row.whole("count"));
    system.sources = row.text("sources");
    system.doubts = row.text("doubts");
    return system;
}

template <class Entry, class Read>
Result<std::vector<Entry>> read_rows(std::string_view csv, const std::string& file, Read read) {
    CsvOptions options;
    options.file = file;
    options.separator = ',';
    const CsvTable table = TRY(read_csv(csv, options));
    if (!table.refused.empty()) return table.refused.front();
    std::vector<Entry> out;
    std::unordered_map<std::string, std::uint32_t> seen;
    Columns columns;
    for (std::size_t i = 0; i < table.header.size(); ++i) columns.emplace(table.header[i], i);
    for (const CsvRow& cells : table.rows) {
        const Row row(file, columns, cells);
        Entry entry = TRY(read(row));
        const auto [first, fresh] = seen.emplace(entry.id, cells.line);
        if (!fresh) {
            Error error = row.wrong("id", entry.id, "an id used once");
            error.related.push_back({"first used here", {file, first->second, 0, "id"}});
            return error;
        }
        out.push_back(std::move(entry));
    }
    return out;
}

}  // namespace

Result<Catalogue> Catalogue::load(std::string_view chips_csv, std::string_view systems_csv) {
    Catalogue out;
    out.chips_ = TRY(read_rows<Chip>(chips_csv, "catalogue/chips.csv", chip_of));
    out.systems_ = TRY(read_rows<System>(systems_csv, "catalogue/systems.csv", system_of));
    for (const System& system : out.systems_) {
        if (system.chip_id.empty() || out.chip(system.chip_id) != nullptr) continue;
        Error error;
        error.message = fmt::format("system {} names the chip {}, which is not in the catalogue",
                                    system.id, system.chip_id);
        error.remedy = "add the chip to catalogue/chips.csv or leave chip_id empty";
        error.position = {"catalogue/systems.csv", 0, 0, "chip_id"};
        return error;
    }
    out.hash_ = sha256_hex(sha256_hex(chips_csv) + "\n" + sha256_hex(systems_csv) + "\n");
    return out;
}

Result<Catalogue> Catalogue::bundled() {
    std::string_view chips, systems;
    for (const EmbeddedFile& file : embedded::catalogue()) {
        if (file.path == "chips.csv") chips = file.bytes;
        if (file.path == "systems.csv") systems = file.bytes;
    }
    return load(chips, systems);
}

const Chip* Catalogue::chip(std::string_view id) const {
    const auto at = std::find_if(chips_.begin(), chips_.end(),
                                 [id](const Chip& chip) { return chip.id == id; });
    return at == chips_.end() ? nullptr : &*at;
}

const System* Catalogue::system(std::string_view id) const {
    const auto at = std::find_if(systems_.begin(), systems_.end(),
                                 [id](const System& system) { return system.id == id; });
    return at == systems_.end() ? nullptr : &*at;
}

}  // namespace cordon::items
