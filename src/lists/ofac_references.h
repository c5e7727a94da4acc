// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What OFAC's advanced data model points at by number: reference values, places, days.
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lists/listing.h"
#include "lists/xml_reader.h"

namespace cordon::lists {

/// Values of the reference sets by the name of their element and their number.
class OfacReferences {
public:
    void add(const XmlNode& node);
    /// "" for a number that is not there.
    [[nodiscard]] const std::string& name(const std::string& set, const std::string& id) const;

private:
    std::unordered_map<std::string, std::unordered_map<std::string, std::string>> sets_;
};

struct OfacPlace {
    std::string text;
    std::string country;  ///< as the reference values have it
};
OfacPlace ofac_place(const XmlNode& node, const OfacReferences& references);
/// A node with Year, Month, Day; nothing for no node.
std::optional<Born> ofac_day(const XmlNode* node);

/// What the parties of the file are made of, gathered before they come.
struct OfacKnown {
    OfacReferences references;
    std::unordered_map<std::string, OfacPlace> places;
    std::unordered_map<std::string, std::vector<ListedIdentifier>> documents;  ///< by identity
};
/// A profile: names, kind, documents, features. Countries are as the reference values have them.
Listing ofac_profile(const XmlNode& profile, const OfacKnown& known);
void add_ofac_feature(Listing& listing, const XmlNode& feature, const OfacKnown& known);

}  // namespace cordon::lists
