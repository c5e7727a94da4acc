// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The facts that rules may ask about: their published schema, and values of them in one case.
///
/// The schema comes from rules/facts/*.toml and is the only list of facts: it reads order files,
/// types the rule language, makes the JSON Schema and prints `cordon law facts`.
///
/// Invariants
///  1. A fact name is unique within its subject; its slot is its index there, stable for one
///  Schema.
///  2. A Value holds exactly one of the representations its type names, or is unknown.
///  3. Unknown is a value like any other; nothing fills it in silently.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/country.h"
#include "base/date.h"
#include "base/interval.h"
#include "base/truth.h"
#include "base/unit.h"

namespace cordon::law {

enum class SubjectKind : std::uint8_t { Transaction, Item, Device, Party, Listing };
constexpr std::size_t kSubjectKinds = 5;
std::string_view to_text(SubjectKind kind);  ///< "transaction", "item", …

enum class FactType : std::uint8_t {
    YesNo,
    Number,
    Date,
    Country,
    Countries,
    Choice,
    Choices,
    Text,   ///< not usable in rules
    Texts,  ///< not usable in rules
    Table,  ///< not usable in rules
};

using Slot = std::uint16_t;

/// A fact, wherever it is of.
struct FactRef {
    SubjectKind subject = SubjectKind::Transaction;
    Slot slot = 0;
    friend bool operator==(const FactRef&, const FactRef&) = default;
};

struct Fact {
    std::string name;  ///< within its subject: "route.to", "tpp"
    SubjectKind subject;
    FactType type;
    Unit unit;                         ///< of Number
    std::vector<std::string> options;  ///< of Choice and Choices, at most 64
    std::string means;
    std::string assumed;    ///< what is assumed when it is not stated; usually empty
    bool question = false;  ///< a knowledge question: open, it holds
    bool derived = false;   ///< computed by Cordon, not stated
    /// Of a derived fact that rules ask: what an order gives instead, or in words where it comes
    /// from when no order can give it.
    std::optional<FactRef> stated_by;
    std::string comes_from;
    bool required = false;
    Position position;

    /// "item.kind"; a transaction fact is just its name.
    [[nodiscard]] std::string full_name() const;
    /// Index of an option. Nothing when there is none of that name.
    [[nodiscard]] std::optional<std::uint8_t> option(std::string_view word) const;
};

struct SchemaReading;

class Schema {
    /// The fact that states a derived one, by name, before all facts are known.
    struct StatedBy {
        FactRef derived;
        std::string name;
        Position position;
    };

public:
    /// As load, but goes on after a mistake: what could be read, and every mistake.
    static SchemaReading read(const std::vector<std::pair<std::string, std::string>>& files);
    /// `files`: path and contents of every rules/facts/*.toml. Fails with the place of the first
    /// mistake.
    static Result<Schema> load(const std::vector<std::pair<std::string, std::string>>& files);

    [[nodiscard]] const std::vector<Fact>& facts(SubjectKind kind) const;
    [[nodiscard]] const Fact& fact(SubjectKind kind, Slot slot) const;
    [[nodiscard]] std::optional<Slot> find(SubjectKind kind, std::string_view name) const;
    /// "party.owners", "route.to".
    [[nodiscard]] std::optional<FactRef> find_by_full_name(std::string_view name) const;
    /// REQUIRES: the fact exists (for facts the program itself fills in).
    [[nodiscard]] Slot slot(SubjectKind kind, std::string_view name) const;

    /// Is this the first part of a dotted fact name: "route", "end_use"?
    [[nodiscard]] bool is_group(SubjectKind kind, std::string_view name) const;

private:
    /// Why the fact cannot be added, if it cannot.
    std::optional<Error> add(Fact fact);
    /// Finds what every derived fact is stated by; `named` holds the names as written.
    void resolve(const std::vector<StatedBy>& named, std::vector<Error>& errors);

    std::vector<Fact> facts_[kSubjectKinds];
    std::vector<Slot> by_name_[kSubjectKinds];  ///< slots sorted by name
};

struct SchemaReading {
    Schema schema;
    std::vector<Error> errors;
};

/// One fact's value. Small and copyable; texts are kept beside it (see FactSet).
struct Value {
    enum class Kind : std::uint8_t {
        Unknown,
        YesNo,
        Number,
        Date,
        Country,
        Countries,
        Choice,
        Choices,
        Text
    };

    Kind kind = Kind::Unknown;
    bool yes = false;                             ///< YesNo
    std::uint8_t choice = 0;                      ///< Choice: index into Fact::options
    std::uint8_t country = 0;                     ///< Country::index()
    std::int32_t day = 0;                         ///< Date::days()
    std::uint64_t choices = 0;                    ///< Choices: bit set over Fact::options
    Interval number;                              ///< Number, in the canonical unit
    std::shared_ptr<const CountrySet> countries;  ///< Countries

    [[nodiscard]] bool known() const { return kind != Kind::Unknown; }
    static Value of(bool yes);
    static Value of(const Interval& number);
    static Value of(Date day);
    static Value of(Country country);
    static Value of_choice(std::uint8_t option);
    static Value of_choices(std::uint64_t bits);
    static Value of(const CountrySet& countries);
    /// Countries compare by members.
    friend bool operator==(const Value& a, const Value& b);
};

/// For people and for the canonical determination: "CN", "4800 TPP", "yes", "2024-04-10".
std::string to_text(const Value& value, const Fact& fact);

/// Where a value came from, for the explanation.
struct Origin {
    enum class Kind : std::uint8_t { Stated, Assumed, Catalogue, Computed, List, Implied };
    Kind kind = Kind::Stated;
    std::string source;  ///< as given: "registry extract 2024-05-01", catalogue id, list id
    std::optional<Date> known_since;
};

/// The values of one subject, by slot.
class FactSet {
public:
    FactSet() = default;
    explicit FactSet(std::size_t slots) : values_(slots) {}
    [[nodiscard]] const Value& at(Slot slot) const { return values_[slot]; }
    void set(Slot slot, Value value) { values_[slot] = std::move(value); }
    void set(Slot slot, Value value, Origin origin);
    [[nodiscard]] const Origin* origin(Slot slot) const;
    /// Text, Texts (one string each).
    [[nodiscard]] std::vector<std::string> texts(Slot slot) const;
    [[nodiscard]] std::string text(Slot slot) const;  ///< first text or ""
    void set_texts(Slot slot, std::vector<std::string> texts, Origin origin = {});
    [[nodiscard]] std::size_t size() const { return values_.size(); }

private:
    std::vector<Value> values_;
    std::vector<std::pair<Slot, Origin>> origins_;
    std::vector<std::pair<Slot, std::vector<std::string>>> texts_;
};

}  // namespace cordon::law
