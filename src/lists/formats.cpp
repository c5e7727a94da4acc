// SPDX-License-Identifier: Apache-2.0
#include "lists/formats.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace cordon::lists {

namespace {

bool says(std::string_view head, std::string_view words) {
    return head.find(words) != std::string_view::npos;
}

bool is_regulation(std::string_view, std::string_view root) {
    static constexpr std::array<std::string_view, 8> kRoots = {
        "ECFR", "DLPSTEXTCLASS", "CFRGRANULE", "CFRDOC", "PART", "APPENDIX", "SUBCHAP", "ECFRBRWS"};
    const bool division =
        root.size() == 4 && root.starts_with("DIV") && root[3] >= '1' && root[3] <= '9';
    return division || std::find(kRoots.begin(), kRoots.end(), root) != kRoots.end();
}

bool is_entity_stream(std::string_view head, std::string_view) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const auto line = trimmed(head.substr(0, head.find('\n')));
    return line.starts_with("{") && says(line, "\"schema\"") && says(line, "\"properties\"") &&
           says(line, "\"id\"");
}

}  // namespace

const std::vector<StreamFormat>& stream_formats() {
    static const std::vector<StreamFormat> formats = {
        {"ecfr-744", "15 CFR part 744, Supplements 4, 6 and 7 (eCFR XML)", is_regulation,
         read_ecfr},
        {"ofac-advanced", "OFAC sdn_advanced.xml, cons_advanced.xml",
         [](std::string_view, std::string_view root) { return root == "Sanctions"; },
         read_ofac_advanced},
        {"ofac-xml", "OFAC sdn.xml, consolidated.xml",
         [](std::string_view, std::string_view root) { return root == "sdnList"; }, read_ofac_xml},
        {"un", "UN Security Council Consolidated List (XML)",
         [](std::string_view, std::string_view root) { return root == "CONSOLIDATED_LIST"; },
         read_un},
        {"eu", "EU Financial Sanctions Files (xmlFullSanctionsList)",
         [](std::string_view head, std::string_view root) {
             return root == "export" && says(head, "/fsd/export");
         },
         read_eu},
        {"uk-xml", "UK Sanctions List, XML",
         [](std::string_view, std::string_view root) { return root == "Designations"; },
         read_uk_xml},
        {"opensanctions-ftm", "OpenSanctions entities.ftm.json", is_entity_stream,
         read_open_sanctions},
        // Any other XML with a document type of its own is told so, not called unknown.
        {"xml", "", [](std::string_view, std::string_view root) { return root == "!DOCTYPE"; },
         read_un},
    };
    return formats;
}

}  // namespace cordon::lists
