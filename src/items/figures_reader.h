// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reads the tables `operations` and `dies` of a device in an order file.
///
/// operations: rows {format, bits, tops, sparse}; bits may be left out where the format has a known
/// length. dies: rows {area, count, kind, nonplanar}.
/// Fails on: a row without a rate or an area, an unknown field, a format without a known length.
#include <string>
#include <vector>

#include "base/json.h"
#include "items/metrics.h"

namespace cordon::items {

struct ReadFigures {
    std::vector<Operation> operations;
    std::vector<Die> dies;
    std::vector<Error> errors;
};

/// `place`: file, and the path of the device in it ("devices[0]").
ReadFigures read_figures(const Json& device, const Position& place);

}  // namespace cordon::items
