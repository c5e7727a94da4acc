// SPDX-License-Identifier: Apache-2.0
// One transaction: the facts come from law/case_reader; what is added here is the little that makes
// them a transaction (a day, something that moves, somebody it moves between).
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "law/case_reader.h"
#include "trade/assume.h"
#include "trade/problem.h"
#include "trade/read.h"

namespace cordon::trade {
namespace {

using law::Schema;
using law::SubjectKind;

bool given(const Json* json) {
    return json != nullptr && !json->is_null();
}

/// The value that stands at "route.to" or "parties[1].owners", or the nearest one around it.
const Json& nearest_value(const Json& root, std::string_view field) {
    const Json* at = &root;
    while (!field.empty()) {
        const std::size_t end = field.find_first_of(".[", 1);
        std::string_view step = field.substr(0, end);
        field = end == std::string_view::npos ? std::string_view{} : field.substr(end);
        const Json* next = nullptr;
        if (step.starts_with('[')) {
            std::size_t index = 0;
            for (const char digit : step.substr(1, step.size() - 2)) {
                index = index * 10 + static_cast<std::size_t>(digit - '0');
            }
            if (index < at->items.size()) next = &at->items[index];
        } else {
            if (step.starts_with('.')) step.remove_prefix(1);
            next = at->find(step);
        }
        if (next == nullptr) break;
        at = next;
    }
    return *at;
}

class Reader {
public:
    Reader(const Json& json, const Schema& schema, const ReadOptions& options)
        : json_(json), schema_(schema), options_(options) {}

    TransactionRead read() {
        if (json_.kind != Json::Kind::Object) {
            report("", problem("a transaction is not an object",
                               R"({"date": "2024-06-01", "items": […], "parties": […], …})"));
            return {std::nullopt, std::move(errors_)};
        }
        law::ReadCase read = law::read_case(
            json_, schema_,
            {.file = options_.file, .known_as_of = options_.known_as_of, .allow_derived = false});
        errors_ = std::move(read.errors);
        transaction_.facts = std::move(read.facts);
        check_date();
        check_activity();
        check_list("items", R"([{"name": "H100 SXM5 80GB", "quantity": 8}])");
        check_list("parties", R"([{"name": "…", "roles": ["end_user"], "country": "SG"}])");
        check_roles();
        if (errors_.empty()) complete();
        if (!errors_.empty()) return {std::nullopt, sorted_errors()};
        return {std::move(transaction_), {}};
    }

private:
    void report(std::string_view field, Error error) {
        const Json& near = nearest_value(json_, field);
        error.position = {options_.file, near.line, near.column, std::string(field)};
        errors_.push_back(std::move(error));
    }

    void check_date() {
        const bool known =
            transaction_.facts.transaction.at(schema_.slot(SubjectKind::Transaction, "date"))
                .known();
        if (given(json_.find("date")) && (known || !errors_.empty())) return;
        report("date", problem("the transaction has no date", R"("date": "2024-06-01")",
                               "give the day of the export, reexport, transfer, release or lease; "
                               "the law is read on that day"));
    }

    void check_activity() {
        const Json* route = json_.find("route");
        if (given(json_.find("activity"))) return;
        if (route != nullptr && given(route->find("from")) && given(route->find("to"))) return;
        report("activity",
               problem("the transaction says neither its activity nor its route",
                       R"("activity": "export", or "route": {"from": "US", "to": "SG"})",
                       "state the activity, or both ends of the route"));
    }

    void check_list(std::string_view name, std::string expected) {
        const Json* list = json_.find(name);
        if (given(list) && (list->kind != Json::Kind::Array || !list->items.empty())) return;
        report(name, problem(fmt::format("the transaction has no {}", name), std::move(expected),
                             name == "items" ? "say what moves, at least one line"
                                             : "name at least one party with its role"));
    }

    void check_roles() {
        const Json* parties = json_.find("parties");
        if (parties == nullptr || parties->kind != Json::Kind::Array) return;
        for (std::size_t i = 0; i < parties->items.size(); ++i) {
            const Json& party = parties->items[i];
            if (has_role(party)) continue;
            // A party may be written as just its name.
            const Json* name = party.kind == Json::Kind::Text ? &party : party.find("name");
            const bool named = name != nullptr && name->kind == Json::Kind::Text;
            report(fmt::format("parties[{}].roles", i),
                   problem(named ? fmt::format("\"{}\" has no role", name->text)
                                 : fmt::format("party {} has no role", i + 1),
                           list_of(role_names()), R"(add "roles": ["end_user"])"));
        }
    }

    static bool has_role(const Json& party) {
        if (party.kind != Json::Kind::Object) return party.kind != Json::Kind::Text;
        const Json* roles = party.find("roles");
        if (!given(roles)) roles = party.find("role");
        return given(roles) && (roles->kind != Json::Kind::Array || !roles->items.empty());
    }

    [[nodiscard]] const std::vector<std::string>& role_names() const {
        return schema_.fact(SubjectKind::Party, schema_.slot(SubjectKind::Party, "roles")).options;
    }

    void complete() {
        transaction_.input = sorted_keys(json_);
        transaction_.position = {options_.file, json_.line, json_.column, ""};
        name_it();
        for (Error& error : apply_assumptions(transaction_, schema_)) {
            const std::string field = error.position.field;
            report(field, std::move(error));
        }
        add_placeholders(transaction_, schema_);
    }

    void name_it() {
        law::FactSet& facts = transaction_.facts.transaction;
        const law::Slot slot = schema_.slot(SubjectKind::Transaction, "id");
        transaction_.id = facts.text(slot);
        if (!trimmed(transaction_.id).empty()) return;
        transaction_.id = id_of_place(transaction_.position);
        facts.set_texts(slot, {transaction_.id},
                        {law::Origin::Kind::Assumed, "place in the file", std::nullopt});
    }

    std::vector<Error> sorted_errors() {
        std::stable_sort(errors_.begin(), errors_.end(), [](const Error& a, const Error& b) {
            return std::pair(a.position.line, a.position.column) <
                   std::pair(b.position.line, b.position.column);
        });
        return std::move(errors_);
    }

    const Json& json_;
    const Schema& schema_;
    const ReadOptions& options_;
    Transaction transaction_;
    std::vector<Error> errors_;
};

}  // namespace

std::string id_of_place(const Position& place) {
    const std::size_t slash = place.file.find_last_of('/');
    const std::string_view file =
        std::string_view(place.file).substr(slash == std::string::npos ? 0 : slash + 1);
    return fmt::format("{}:{}", file.empty() || file == "-" ? "input" : file,
                       std::max<std::uint32_t>(place.line, 1));
}

TransactionRead read_transaction(const Json& json, const Schema& schema,
                                 const ReadOptions& options) {
    return Reader(json, schema, options).read();
}

Result<Transaction> transaction_from_json(const Json& json, const Schema& schema,
                                          const ReadOptions& options) {
    TransactionRead read = read_transaction(json, schema, options);
    if (read.transaction) return std::move(*read.transaction);
    Error first = std::move(read.errors.front());
    for (std::size_t i = 1; i < read.errors.size(); ++i) {
        first.related.push_back({read.errors[i].message, read.errors[i].position});
    }
    return first;
}

}  // namespace cordon::trade
