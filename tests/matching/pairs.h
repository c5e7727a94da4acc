// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The labelled pairs of pairs.csv, read and checked.
///
/// Fails when: a column is missing, a word is none of those allowed, an id or a pair stands twice,
/// the part of a pair is not what its id says, or a family lacks one of the labels.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "names/name.h"

namespace cordon::matching {

enum class Part : std::uint8_t { Tune, Hold };

struct Pair {
    std::string id, family, left, right, reason;
    names::NameKind kind = names::NameKind::Organisation;
    Part part = Part::Tune;
    bool same = false;
};

/// In the order of the file, which keeps families together.
Result<std::vector<Pair>> read_pairs(const std::string& path);
/// What the id decides.
Part part_of(std::string_view id);
std::string_view to_text(Part part);

}  // namespace cordon::matching
