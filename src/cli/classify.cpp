// SPDX-License-Identifier: Apache-2.0
#include "cli/classify.h"

#include "determination/document.h"
#include "law/case_reader.h"

namespace cordon::cli {

tl::expected<Json, std::vector<Error>> classified(const determination::Engine& engine,
                                                  const ItemAsked& asked, Date day) {
    Json input = Json::object();
    input.add("date", Json::of_text(day.to_iso()))
        .add("items", Json::array().push(asked.item))
        .add("parties", Json::array());
    auto read = law::read_case(input, engine.law().schema(), {});
    if (!read.errors.empty()) {
        // The case holds this one item; the person has never seen a list of items.
        constexpr std::string_view kWrapping = "items[0].";
        for (auto& error : read.errors) {
            auto& field = error.position.field;
            if (field.starts_with(kWrapping)) field.erase(0, kWrapping.size());
            error = error.at(asked.place);
        }
        return tl::make_unexpected(std::move(read.errors));
    }
    return determination::classification(
        engine, trade::Transaction{"", input, std::move(read.facts), {}, {}});
}

}  // namespace cordon::cli
