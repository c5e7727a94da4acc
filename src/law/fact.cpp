// SPDX-License-Identifier: Apache-2.0
#include "law/fact.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/quantity.h"

namespace cordon::law {
namespace {

std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out.empty() ? "none" : out;
}

}  // namespace

std::string_view to_text(SubjectKind kind) {
    switch (kind) {
        case SubjectKind::Transaction:
            return "transaction";
        case SubjectKind::Item:
            return "item";
        case SubjectKind::Device:
            return "device";
        case SubjectKind::Party:
            return "party";
        case SubjectKind::Listing:
            return "listing";
    }
    return "";
}

std::string Fact::full_name() const {
    if (subject == SubjectKind::Transaction) return name;
    return std::string(to_text(subject)) + "." + name;
}

std::optional<std::uint8_t> Fact::option(std::string_view word) const {
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (options[i] == word) return static_cast<std::uint8_t>(i);
    }
    return std::nullopt;
}

Value Value::of(bool yes) {
    Value value;
    value.kind = Kind::YesNo;
    value.yes = yes;
    return value;
}

Value Value::of(const Interval& number) {
    Value value;
    value.kind = Kind::Number;
    value.number = number;
    return value;
}

Value Value::of(cordon::Date day) {
    Value value;
    value.kind = Kind::Date;
    value.day = day.days();
    return value;
}

Value Value::of(cordon::Country country) {
    Value value;
    value.kind = Kind::Country;
    value.country = country.index();
    return value;
}

Value Value::of_choice(std::uint8_t option) {
    Value value;
    value.kind = Kind::Choice;
    value.choice = option;
    return value;
}

Value Value::of_choices(std::uint64_t bits) {
    Value value;
    value.kind = Kind::Choices;
    value.choices = bits;
    return value;
}

Value Value::of(const CountrySet& countries) {
    Value value;
    value.kind = Kind::Countries;
    value.countries = std::make_shared<const CountrySet>(countries);
    return value;
}

bool operator==(const Value& a, const Value& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
        case Value::Kind::Unknown:
        case Value::Kind::Text:
            return true;
        case Value::Kind::YesNo:
            return a.yes == b.yes;
        case Value::Kind::Number:
            return a.number == b.number;
        case Value::Kind::Date:
            return a.day == b.day;
        case Value::Kind::Country:
            return a.country == b.country;
        case Value::Kind::Countries:
            return *a.countries == *b.countries;
        case Value::Kind::Choice:
            return a.choice == b.choice;
        case Value::Kind::Choices:
            return a.choices == b.choices;
    }
    return false;
}

std::string to_text(const Value& value, const Fact& fact) {
    std::vector<std::string> words;
    switch (value.kind) {
        case Value::Kind::Unknown:
            return "unknown";
        case Value::Kind::Text:
            return "stated";
        case Value::Kind::YesNo:
            return value.yes ? "yes" : "no";
        case Value::Kind::Number:
            return Quantity{value.number, fact.unit}.to_text();
        case Value::Kind::Date:
            return Date::from_days(value.day).to_iso();
        case Value::Kind::Country:
            return std::string(Country::from_index(value.country).code());
        case Value::Kind::Choice:
            return fact.options[value.choice];
        case Value::Kind::Countries:
            for (std::uint8_t i = 0; i < country_count(); ++i) {
                if (value.countries->test(i)) words.emplace_back(Country::from_index(i).code());
            }
            return join(words);
        case Value::Kind::Choices:
            for (std::size_t i = 0; i < fact.options.size(); ++i) {
                if ((value.choices >> i & 1U) != 0) words.push_back(fact.options[i]);
            }
            return join(words);
    }
    return "";
}

void FactSet::set(Slot slot, Value value, Origin origin) {
    values_[slot] = std::move(value);
    const auto known = std::find_if(origins_.begin(), origins_.end(),
                                    [slot](const auto& entry) { return entry.first == slot; });
    if (known == origins_.end()) {
        origins_.emplace_back(slot, std::move(origin));
    } else {
        known->second = std::move(origin);
    }
}

const Origin* FactSet::origin(Slot slot) const {
    for (const auto& [at, origin] : origins_) {
        if (at == slot) return &origin;
    }
    return nullptr;
}

std::vector<std::string> FactSet::texts(Slot slot) const {
    for (const auto& [at, texts] : texts_) {
        if (at == slot) return texts;
    }
    return {};
}

std::string FactSet::text(Slot slot) const {
    for (const auto& [at, texts] : texts_) {
        if (at == slot && !texts.empty()) return texts.front();
    }
    return "";
}

void FactSet::set_texts(Slot slot, std::vector<std::string> texts, Origin origin) {
    Value stated;
    stated.kind = Value::Kind::Text;
    // A text plainly stated in the order needs no entry of its own: origin() is then nullptr.
    const bool plain =
        origin.kind == Origin::Kind::Stated && origin.source.empty() && !origin.known_since;
    if (plain) {
        set(slot, std::move(stated));
    } else {
        set(slot, std::move(stated), std::move(origin));
    }
    for (auto& [at, known] : texts_) {
        if (at == slot) {
            known = std::move(texts);
            return;
        }
    }
    texts_.emplace_back(slot, std::move(texts));
}

}  // namespace cordon::law
