// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reading lists: the publisher's own formats, and any other table through a mapping file.
///
/// Every reader keeps going past a bad row and reports it with file, line and field.
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "lists/limits.h"
#include "lists/listing.h"

namespace cordon::lists {

struct Imported {
    ListFile file;
    std::vector<Error> refused;  ///< rows left out
    std::vector<std::string> notes;
};

/// Consolidated Screening List, the publisher's JSON ({"results": [...]}) and CSV.
Result<Imported> import_csl_json(std::string_view text, const std::string& path);
Result<Imported> import_csl_csv(std::string_view text, const std::string& path);
/// Any JSON or CSV through a mapping (docs/reference/list-mapping.md; examples in mappings/).
Result<Imported> import_mapped(std::string_view text, const std::string& path,
                               std::string_view mapping_toml, const std::string& mapping_path,
                               const ImportLimits& limits = {});
/// Recognises the format by its contents when no mapping is given; of a document with several
/// lists, the first.
Result<Imported> import_any(std::string_view text, const std::string& path);
/// Says of which day a copy is that does not say so itself. Fails where it says another day.
Status date_copy(Imported& imported, Date day, const std::string& path);
/// A file, or a folder with OFAC's tables, in any format known here, by its contents. XML and
/// NDJSON are read as a stream; the sisters of sdn.csv are looked for beside it. A document with
/// several lists (part 744) gives several. Where the file does not say its day but its name does
/// ("title-15-2026-07-09.xml"), that day is taken.
Result<std::vector<Imported>> import_file(const std::string& path, const ImportLimits& limits = {});
/// What the bundled mappings read, one a line, for messages and help.
std::vector<std::string> bundled_mapping_titles();
/// The starter list compiled into this program (catalogue/parties.csv).
Result<ListFile> starter_list();

}  // namespace cordon::lists
