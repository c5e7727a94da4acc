// SPDX-License-Identifier: Apache-2.0
#include "cli/classify.h"

#include "determination/document.h"
#include "law/case_reader.h"

namespace cordon::cli {

Json classified(const determination::Engine& engine, const Json& item, Date day) {
    Json input = Json::object();
    input.add("date", Json::of_text(day.to_iso()))
        .add("items", Json::array().push(item))
        .add("parties", Json::array());
    auto read = law::read_case(input, engine.law().schema(), {});
    trade::Transaction transaction{"", input, std::move(read.facts), {}, {}};
    Json json = determination::classification(engine, transaction);
    Json errors = Json::array();
    for (const auto& error : read.errors) errors.push(Json::of_text(error.to_text()));
    if (!errors.items.empty()) json.add("could_not_be_read", std::move(errors));
    return json;
}

}  // namespace cordon::cli
