// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Parties and the links between them, for look-ups from both ends.
///
/// Thread safety: immutable; share by const reference.
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "links/link.h"

namespace cordon::links {

/// What a reader of files gathers. Records with one id are merged by whoever reads; two ids are
/// two parties, until a SameAs link says otherwise.
struct Records {
    std::vector<PartyRecord> parties;
    std::vector<Link> links;
};

class LinkGraph {
public:
    /// REQUIRES: ids of parties are unique, ends of links are indexes of parties.
    explicit LinkGraph(Records records);

    [[nodiscard]] const std::vector<PartyRecord>& parties() const { return records_.parties; }
    [[nodiscard]] const std::vector<Link>& links() const { return records_.links; }
    [[nodiscard]] const PartyRecord& party(PartyIndex index) const {
        return records_.parties[index];
    }
    [[nodiscard]] const Link& link(LinkIndex index) const { return records_.links[index]; }
    /// Links in which the party is subject or object, in the order of `links`.
    [[nodiscard]] std::span<const LinkIndex> links_of(PartyIndex party) const;
    /// The party with this id, else those one of whose names is the same (lists::name_key).
    [[nodiscard]] std::vector<PartyIndex> find(std::string_view id_or_name) const;
    /// Those one of whose names is the same; never by an id.
    [[nodiscard]] std::vector<PartyIndex> find_name(std::string_view name) const;
    /// SHA-256 over every field of every record, made when asked for.
    [[nodiscard]] std::string hash() const;

private:
    Records records_;
    std::vector<LinkIndex> of_party_;
    std::vector<std::uint32_t> first_;
    std::unordered_map<std::string, PartyIndex> by_id_;
    std::unordered_map<std::string, std::vector<PartyIndex>> by_name_;
};

/// The other end of a link.
inline PartyIndex other_end(const Link& link, PartyIndex party) {
    return link.subject == party ? link.object : link.subject;
}

}  // namespace cordon::links
