// SPDX-License-Identifier: Apache-2.0
// Reads the `owners` table of a party. It goes on after a bad row, so that a person sees every
// mistake of the table at once.
#include <fmt/core.h>

#include "base/country.h"
#include "base/money.h"
#include "base/text.h"
#include "links/ownership.h"

namespace cordon::links {
namespace {

const std::vector<std::string> kFields = {"name",   "share",          "headquarters",
                                          "owners", "same_as_listed", "source"};

Error problem(std::string message, std::string expected, std::string remedy = {}) {
    return {std::move(message), std::move(expected), std::move(remedy), {}, {}};
}

class Reader {
public:
    explicit Reader(const OwnersOf& of) : of_(of) {}

    std::vector<Owner> table(const Json& json, const OwnersOf& of, int level) {
        std::vector<Owner> owners;
        if (json.is_null()) return owners;
        if (json.kind != Json::Kind::Array) {
            report(json, of.field,
                   problem(fmt::format("the owners of {} are not a table", named(of.party)),
                           R"([{"name": "…", "share": "50%"}, …])"));
            return owners;
        }
        if (level > kOwnerLevelsMax) {
            report(json, of.field,
                   problem(fmt::format("the owners of {} go deeper than {} levels", named(of.party),
                                       kOwnerLevelsMax),
                           "",
                           "a circle of owners cannot be written out as a table; stop at the "
                           "first party that comes twice"));
            return owners;
        }
        for (std::size_t i = 0; i < json.items.size(); ++i) {
            row(json.items[i], fmt::format("{}[{}]", of.field, i), level, owners);
        }
        check_sum(json, of, owners);
        return owners;
    }

    std::vector<Error> errors;

private:
    static std::string named(const std::string& party) {
        return party.empty() ? "a party without a name" : '"' + party + '"';
    }

    void report(const Json& where, const std::string& field, Error error) {
        error.position = {of_.file, where.line, where.column, field};
        errors.push_back(std::move(error));
    }

    void row(const Json& json, const std::string& field, int level, std::vector<Owner>& owners) {
        if (json.kind != Json::Kind::Object) {
            report(json, field,
                   problem("an owner is not an object", R"({"name": "…", "share": "50%"})"));
            return;
        }
        for (const auto& [key, value] : json.members) check_field(key, value, field);
        Owner owner;
        owner.position = {of_.file, json.line, json.column, field};
        const Json* name = json.find("name");
        if (name == nullptr || name->kind != Json::Kind::Text || trimmed(name->text).empty()) {
            report(json, field + ".name",
                   problem("an owner has no name", "a name in any script",
                           R"(write "unnamed" for a holder nobody has named)"));
            return;
        }
        owner.name = name->text;
        share(json, field, owner);
        headquarters(json, field, owner);
        same_as_listed(json, field, owner);
        if (const Json* inner = json.find("owners")) {
            owner.owners = table(*inner, {owner.name, of_.file, field + ".owners"}, level + 1);
        }
        owners.push_back(std::move(owner));
    }

    void check_field(const std::string& key, const Json& value, const std::string& field) {
        for (const std::string& known : kFields) {
            if (key == known) return;
        }
        const std::string near = nearest(key, kFields);
        report(value, field + "." + key,
               problem(fmt::format("an owner has no field \"{}\"", key), list_of(kFields),
                       near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)));
    }

    /// Absent or null is unknown: anything from nothing to all.
    void share(const Json& row, const std::string& field, Owner& owner) {
        owner.share = MUST(Interval::between(Decimal::from_int(0), Decimal::from_int(1)));
        const Json* json = row.find("share");
        if (json == nullptr || json->is_null()) return;
        if (json->kind != Json::Kind::Text) {
            report(*json, field + ".share",
                   problem(fmt::format("the share of \"{}\" is not text", owner.name),
                           R"("50%", "49.9 %" or "25-30%")",
                           "put the share in quotes with its percent sign"));
            return;
        }
        const auto read = Share::from_text(json->text);
        if (read) {
            owner.share = read->part();
        } else {
            Error error = read.error();
            error.message = fmt::format("the share of \"{}\": {}", owner.name, error.message);
            report(*json, field + ".share", std::move(error));
        }
    }

    void headquarters(const Json& row, const std::string& field, Owner& owner) {
        const Json* json = row.find("headquarters");
        if (json == nullptr || json->is_null()) return;
        if (json->kind != Json::Kind::Text) {
            report(*json, field + ".headquarters",
                   problem(fmt::format("the headquarters of \"{}\" is not text", owner.name),
                           "a country code such as \"CN\""));
            return;
        }
        const auto country = Country::from_name(json->text);
        if (country) {
            owner.headquarters = std::string(country->code());
        } else {
            report(*json, field + ".headquarters", country.error());
        }
    }

    void same_as_listed(const Json& row, const std::string& field, Owner& owner) {
        const Json* json = row.find("same_as_listed");
        if (json == nullptr || json->is_null() || json->text == "unknown") return;
        if (json->text == "yes" || json->text == "no") {
            owner.same_as_listed = truth_of(json->text == "yes");
        } else if (json->kind == Json::Kind::Bool) {
            owner.same_as_listed = truth_of(json->boolean);
        } else {
            report(*json, field + ".same_as_listed",
                   problem(fmt::format("\"{}\" does not say whether \"{}\" is the listed party",
                                       json->text, owner.name),
                           R"("yes", "no" or "unknown")"));
        }
    }

    void check_sum(const Json& json, const OwnersOf& of, const std::vector<Owner>& owners) {
        Decimal sum;
        for (const Owner& owner : owners) sum = add(sum, owner.share.lo()).value_or(sum);
        if (sum <= Decimal::from_int(1)) return;
        const auto hundred = multiply_down(sum, Decimal::from_int(100));
        report(json, of.field,
               problem(fmt::format("the owners of {} add up to {} %", named(of.party),
                                   hundred ? hundred->value.to_text() : sum.to_text()),
                       "at most 100 %",
                       "each row is a direct holder; put the holders of a holder into its own "
                       "owners"));
    }

    const OwnersOf& of_;
};

}  // namespace

OwnersRead read_owners(const Json& table, const OwnersOf& of) {
    Reader reader(of);
    OwnersRead read;
    read.owners = reader.table(table, of, 1);
    read.errors = std::move(reader.errors);
    return read;
}

}  // namespace cordon::links
