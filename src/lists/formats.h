// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The publishers' own formats that are read as a stream, one record at a time.
///
/// Each reader takes any bytes: what is not its format fails with the place and the remedy, a bad
/// record is reported and left out, and no limit is passed.
#include <string>
#include <string_view>
#include <vector>

#include "lists/byte_source.h"
#include "lists/import.h"

namespace cordon::lists {

struct StreamFormat {
    std::string_view id, title;
    /// `head` are the first bytes of the file, `root` the name of its first element, if it is XML.
    bool (*recognises)(std::string_view head, std::string_view root);
    Result<std::vector<Imported>> (*read)(ByteSource& source, const std::string& path,
                                          const ImportLimits& limits);
};
const std::vector<StreamFormat>& stream_formats();

/// 15 CFR part 744, Supplements 4, 6 and 7, as the eCFR's versioner and the annual CFR print them.
Result<std::vector<Imported>> read_ecfr(ByteSource& source, const std::string& path,
                                        const ImportLimits& limits);
/// OFAC's sdn_advanced.xml and cons_advanced.xml.
Result<std::vector<Imported>> read_ofac_advanced(ByteSource& source, const std::string& path,
                                                 const ImportLimits& limits);
/// OFAC's sdn.xml and consolidated.xml.
Result<std::vector<Imported>> read_ofac_xml(ByteSource& source, const std::string& path,
                                            const ImportLimits& limits);
/// UN Security Council Consolidated List.
Result<std::vector<Imported>> read_un(ByteSource& source, const std::string& path,
                                      const ImportLimits& limits);
/// EU Financial Sanctions Files, xmlFullSanctionsList 1.1.
Result<std::vector<Imported>> read_eu(ByteSource& source, const std::string& path,
                                      const ImportLimits& limits);
/// UK Sanctions List, XML.
Result<std::vector<Imported>> read_uk_xml(ByteSource& source, const std::string& path,
                                          const ImportLimits& limits);
/// OpenSanctions entities.ftm.json: an entity a line.
Result<std::vector<Imported>> read_open_sanctions(ByteSource& source, const std::string& path,
                                                  const ImportLimits& limits);

/// OFAC's sdn.csv with add.csv, alt.csv and sdn_comments.csv; a missing one is "".
struct OfacTables {
    std::string main, addresses, aliases, comments;
    std::string path;  ///< of the main table; the others are named beside it
};
Result<std::vector<Imported>> read_ofac_csv(const OfacTables& tables, const ImportLimits& limits);
bool is_ofac_csv(std::string_view head);
/// UK Sanctions List, CSV (with or without "Report Date:" above the header).
Result<std::vector<Imported>> read_uk_csv(std::string_view text, const std::string& path,
                                          const ImportLimits& limits);
bool is_uk_csv(std::string_view head);

}  // namespace cordon::lists
