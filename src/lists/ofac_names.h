// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What OFAC's three formats have in common: lists, programmes, remarks.
#include <string>
#include <string_view>
#include <vector>

#include "lists/collector.h"

namespace cordon::lists {

/// Option of listing.list for a list as OFAC names it ("SDN List", "Non-SDN CMIC List"), else for
/// its programmes.
std::string ofac_list(std::string_view list_name, const std::vector<std::string>& programmes);
/// "Individual", "Entity", "Vessel", "Aircraft", in any case; "-0-" is a company.
std::string ofac_kind(std::string_view printed);
/// The source that a copy replaces: the SDN list, or the consolidated list of the others.
Collector::Source ofac_source(bool sdn);
/// Whether the name of a file says that it is the consolidated list: "cons" or "consolidated" as a
/// word of it, as in cons_prim.csv. Nothing in the rows of these formats says it.
bool is_ofac_consolidated(std::string_view path);
/// Remarks of sdn.csv: "DOB 10 Dec 1948; alt. DOB 1946; POB Giza, Egypt; Passport 1084010 (Egypt);
/// a.k.a. 'PACHO'; Linked To: HIZBALLAH." Names in quotes are the weak ones.
void read_ofac_remarks(std::string_view remarks, Listing& listing, Collector& collector);

}  // namespace cordon::lists
