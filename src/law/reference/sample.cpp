// SPDX-License-Identifier: Apache-2.0
#include "law/reference/sample.h"

#include <fmt/format.h>

#include "base/quantity.h"
#include "base/text.h"

namespace cordon::law::sample {
namespace {

std::string fact(std::string_view name, std::string_view type, std::string_view more = "") {
    return fmt::format("[[fact]]\nname = \"{}\"\ntype = \"{}\"\nmeans = \"for tests\"\n{}\n", name,
                       type, more);
}

std::string transaction() {
    return "subject = \"transaction\"\n" + fact("date", "date") +
           fact("activity", "choice", "options = [\"export\", \"reexport\", \"lease\"]") +
           fact("planned", "choice", "options = [\"export\", \"reexport\", \"lease\"]") +
           fact("route.from", "country") + fact("route.to", "country") +
           fact("route.via", "countries") + fact("route.past", "countries") +
           fact("value", "number", "unit = \"USD\"") + fact("since", "date") +
           fact("sunny", "yes_no") + fact("military", "yes_no", "question = true") +
           fact("power", "number", "unit = \"kW\"") + fact("story", "text");
}

std::string item() {
    return "subject = \"item\"\n" + fact("name", "text") +
           fact("kind", "choice", "options = [\"ic\", \"board\", \"3A090.a\", \"other\"]") +
           fact("quantity", "number", "unit = \"count\"") + fact("made_in", "country") +
           fact("listed", "yes_no") + fact("devices", "table");
}

std::string device() {
    return "subject = \"device\"\n" + fact("tpp", "number", "unit = \"TPP\"") +
           fact("area", "number", "unit = \"mm2\"") +
           fact("density", "number", "unit = \"TPP/mm2\"") + fact("datacenter", "yes_no");
}

std::string party() {
    const std::string roles = "options = [\"seller\", \"buyer\", \"end_user\"]";
    return "subject = \"party\"\n" + fact("roles", "choices", roles) +
           fact("past_roles", "choices", roles) + fact("main_role", "choice", roles) +
           fact("country", "country") + fact("headquarters", "country") +
           fact("owned", "number", "unit = \"%\"") + fact("army", "yes_no", "question = true") +
           fact("screened", "yes_no");
}

std::string listing() {
    return "subject = \"listing\"\n" +
           fact("list", "choice", "options = [\"entity\", \"sdn\", \"other\"]") +
           fact("footnotes", "choices", "options = [\"1\", \"4\", \"5\"]") +
           fact("confirmed", "yes_no", "question = true");
}

std::string dated_set(std::string_view name, std::string_view first, std::string_view second) {
    return fmt::format(
        "[set]\nname = \"{}\"\ntitle = \"a set\"\ncite = \"for tests\"\n"
        "[[version]]\nfrom = 2000-01-01\nuntil = 2023-01-01\nsource = \"a\"\nconfidence = \"P\"\n"
        "members = [{}]\n"
        "[[version]]\nfrom = 2023-01-01\nsource = \"b\"\nconfidence = \"P\"\nmembers = [{}]\n",
        name, first, second);
}

}  // namespace

std::vector<RuleFile> basics() {
    return {{"facts/device.toml", device()},
            {"facts/item.toml", item()},
            {"facts/listing.toml", listing()},
            {"facts/party.toml", party()},
            {"facts/transaction.toml", transaction()},
            {"sets/group_d.toml", dated_set("group_d", "\"CN\", \"KP\"", "\"CN\", \"MO\"")},
            {"sets/group_a.toml", dated_set("group_a", "\"SG\"", "\"SG\", \"HK\"")},
            {"sets/hong_kong.toml",
             "[[read_as]]\ncountry = \"HK\"\nas = \"CN\"\nfrom = 2020-12-23\nsource = \"c\"\n"
             "confidence = \"P\"\n"}};
}

std::string toml_of(const Rule& rule) {
    std::string text = fmt::format(
        "[provision]\nid = \"test.{0}\"\nname = \"{0}\"\ntitle = \"a rule\"\n"
        "kind = \"definition\"\nper = \"{1}\"\ncite = \"for tests\"\njurisdiction = \"us\"\n"
        "[[version]]\nfrom = {2}\n",
        rule.name, rule.per, rule.from);
    if (!rule.until.empty()) text += fmt::format("until = {}\n", rule.until);
    text += "source = \"a source\"\nconfidence = \"P\"\nsays = \"a sentence\"\n";
    text += fmt::format("when = '''{}'''\n", rule.when);
    if (!rule.unless.empty()) text += fmt::format("unless = '''{}'''\n", rule.unless);
    text += rule.status;
    for (const std::string_view expect : {"applies", "does_not_apply"}) {
        text +=
            fmt::format("[[test]]\nname = \"{0}\"\ndate = {1}\nfacts = {{}}\nexpect = \"{0}\"\n",
                        expect, rule.from);
    }
    return text;
}

Law law_with(const std::vector<Rule>& rules) {
    auto files = basics();
    for (const Rule& rule : rules) files.push_back({rule.name + ".toml", toml_of(rule)});
    auto law = Law::load(std::move(files));
    if (!law) fail_check(__FILE__, __LINE__, law.error().to_text());
    return std::move(*law);
}

std::vector<std::string> mistakes_of(const Rule& rule) {
    auto files = basics();
    files.push_back({rule.name + ".toml", toml_of(rule)});
    // Something to call, of every subject.
    for (const std::string_view per : {"transaction", "item", "device", "party", "country"}) {
        Rule called;
        called.name = fmt::format("of_{}", per);
        called.per = per;
        called.when = "yes";
        files.push_back({called.name + ".toml", toml_of(called)});
    }
    const auto law = Law::load(std::move(files));
    std::vector<std::string> out;
    if (law) return out;
    for (const Error& error : law.error().errors) {
        out.push_back(fmt::format("{}:{}: {} | {} | {}", error.position.line, error.position.column,
                                  error.message, error.expected, error.remedy));
    }
    return out;
}

Case unknown_case(const Schema& schema, std::size_t items, std::size_t parties) {
    const auto empty = [&](SubjectKind kind) { return FactSet(schema.facts(kind).size()); };
    Case facts;
    facts.transaction = empty(SubjectKind::Transaction);
    for (std::size_t i = 0; i < items; ++i) {
        ItemAlternative one;
        one.item = empty(SubjectKind::Item);
        one.devices.push_back(empty(SubjectKind::Device));
        facts.items.push_back({{one}});
    }
    for (std::size_t i = 0; i < parties; ++i) {
        PartyFacts party;
        party.party = empty(SubjectKind::Party);
        facts.parties.push_back(party);
    }
    return facts;
}

void set(const Law& law, FactSet& facts, SubjectKind kind, std::string_view name,
         std::string_view value) {
    const Slot slot = law.schema().slot(kind, name);
    const Fact& fact = law.schema().fact(kind, slot);
    const auto countries = [](std::string_view text) {
        CountrySet set;
        for (const auto word : split(text, ' ')) set.set(MUST(Country::from_code(word)).index());
        return set;
    };
    const auto options = [&](std::string_view text) {
        std::uint64_t bits = 0;
        for (const auto word : split(text, ' ')) bits |= std::uint64_t{1} << *fact.option(word);
        return bits;
    };
    switch (fact.type) {
        case FactType::YesNo:
            return facts.set(slot, Value::of(value == "yes"));
        case FactType::Number: {
            const Quantity quantity = MUST(Quantity::from_text(value, fact.unit));
            return facts.set(slot, Value::of(quantity.amount));
        }
        case FactType::Date:
            return facts.set(slot, Value::of(MUST(Date::from_iso(value))));
        case FactType::Country:
            return facts.set(slot, Value::of(MUST(Country::from_code(value))));
        case FactType::Countries:
            return facts.set(slot, Value::of(countries(value)));
        case FactType::Choice:
            return facts.set(slot, Value::of_choice(*fact.option(value)));
        case FactType::Choices:
            return facts.set(slot, Value::of_choices(options(value)));
        case FactType::Text:
        case FactType::Texts:
        case FactType::Table:
            break;
    }
    CHECK(false && "a fact that rules cannot use");
}

}  // namespace cordon::law::sample
