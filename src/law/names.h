// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What a word of an expression means: a fact, a set, a country, an option, yes or no.
///
/// The type wanted by the other side of a comparison decides first: "other" is an option of
/// item.kind beside item.kind and an option of item.maker beside item.maker.
#include "law/types.h"

namespace cordon::law {

/// The subjects a word may speak of where it stands.
struct Scope {
    bool item = false, device = false, party = false, listing = false, country = false;
    [[nodiscard]] bool has(SubjectKind kind) const;
    void add(SubjectKind kind);  ///< with what it belongs to: a device brings its item
    static Scope of(Per per);
};

class Names {
public:
    Names(const Dictionary& dictionary, const Period& period)
        : dictionary_(dictionary), period_(period) {}

    /// Whether the word is a fact as it stands, whatever the other side is.
    [[nodiscard]] bool is_fact(std::string_view word) const;
    /// Turns a Word into what it means. The error lacks only its position.
    [[nodiscard]] Status resolve(Node& node, const Type& wanted, const Scope& scope) const;
    [[nodiscard]] Result<ProvisionIndex> definition(const std::string& name) const;

private:
    [[nodiscard]] Status fact(Node& node, FactRef ref, const Scope& scope) const;
    [[nodiscard]] Status subject_fact(Node& node, SubjectKind kind, const Scope& scope) const;
    [[nodiscard]] Status country(Node& node) const;
    [[nodiscard]] Status set(Node& node, std::size_t index) const;
    [[nodiscard]] Error not_an_option(const std::string& word, const Type& wanted) const;
    [[nodiscard]] Error unknown(const std::string& word, const Type& wanted) const;
    [[nodiscard]] std::vector<std::string> fact_names(SubjectKind kind) const;

    const Dictionary& dictionary_;
    const Period& period_;
};

}  // namespace cordon::law
